package salesconveyor.months;

import java.util.List;
import java.util.Locale;

/** What the company is like, which the team only finds out by working. */
class Lead {
    final String company;
    final String person;
    final String phone;
    final String channel;
    final String mail;
    /** GOOD, PARTLY or NONE. */
    final String fit;
    /** What it buys in a month, EUR. */
    final int volume;
    /** Of 100: how much it wants what we sell. */
    final int will;
    /** When it pays, in days after it should. */
    final int late;

    Lead(Names names, Chance chance, String channel) {
        this.company = names.company();
        this.person = names.person();
        this.phone = names.phone();
        this.channel = channel;
        this.mail = "einkauf@"
                + company.toLowerCase(Locale.ROOT)
                        .replace("ö", "oe")
                        .replace("ü", "ue")
                        .replace("ä", "ae")
                        .replaceAll("[^a-z]+", "-")
                        .replaceAll("-$", "")
                + ".example.com";
        boolean asked = channel.equals("SITE") || channel.equals("PHONE_IN") || channel.equals("REFERRAL");
        this.fit = asked
                ? chance.weighted("GOOD", 60, "PARTLY", 30, "NONE", 10)
                : chance.weighted("GOOD", 38, "PARTLY", 40, "NONE", 22);
        this.volume = chance.oneOf(List.of(150, 300, 600, 900, 1400, 2200, 3500, 5000, 8000, 12000));
        this.will = chance.between(asked ? 35 : 5, 95);
        this.late = chance.in100(70)
                ? chance.between(-4, 3)
                : chance.in100(70) ? chance.between(4, 20) : chance.between(21, 60);
    }
}
