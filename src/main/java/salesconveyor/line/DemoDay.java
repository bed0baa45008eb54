package salesconveyor.line;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Hands;
import salesconveyor.shared.Texts;

/**
 * Gives the demo company a day's work for each role, once: the team's own tasks bring invented companies to different
 * stations. It runs before the job executor does, so that nobody else moves the cases meanwhile.
 */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "conveyor.demo-day", matchIfMissing = true)
class DemoDay implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(DemoDay.class);

    /** Whose card says that the day was given: the played months know other companies. */
    private static final String FIRST = "Spree Naturkost GmbH";

    private final Hands hands;
    private final Opportunities opportunities;
    private final Invoices invoices;
    private final Sellers sellers;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Clock clock;

    DemoDay(
            Hands hands,
            Opportunities opportunities,
            Invoices invoices,
            Sellers sellers,
            JdbcClient jdbc,
            Texts texts,
            Clock clock) {
        this.hands = hands;
        this.opportunities = opportunities;
        this.invoices = invoices;
        this.sellers = sellers;
        this.jdbc = jdbc;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean begun = jdbc.sql("select count(*) from company where name = ?")
                        .param(FIRST)
                        .query(Long.class)
                        .single()
                > 0;
        if (begun) {
            return;
        }
        try {
            found(FIRST, "TRADE_SHOW");
            found("Lindenhof Imkerei", "REFERRAL");
            researched("Kranich Fahrradbau GmbH", "Jana Vogt", 1);
            researched("Hafenkontor Versand KG", "Uwe Petersen", 2);
            called("Alpen Keramik AG", "Sepp Huber", 3);
            accepted("Rhein Druckhaus GmbH", "Petra Simon", 4);
            met("Taunus Glas GmbH", "Ralf Becker", 5);
            proposed("Bergfeld Möbelwerk GmbH", "Karin Wolf", 6, "15");
            proposed("Nordlicht Leuchten GmbH", "Tim Hansen", 7, "5");
            served();
            hands.start("marketer", "sendMailing", Map.of("campaignName", texts.say("Autumn offer to our clients")));
            log.info("The demo company has its first cases: each role finds a task in Tasklist.");
        } catch (RuntimeException e) {
            log.warn("The demo company starts with less work than planned", e);
        }
    }

    private String found(String company, String channel) {
        String number = hands.start("marketer", "salesConveyor", Map.of("companyName", company, "channel", channel));
        hands.runNow(number);
        return number;
    }

    private String researched(String company, String person, int line) {
        String number = found(company, "LIST");
        hands.work(
                "researcher",
                number,
                "researchCompany",
                Map.ofEntries(
                        entry("outcome", "FOUND"),
                        // Numbers that the German regulator keeps free for films.
                        entry("phone", "+49 30 23125 10" + line),
                        entry("switchboard", "+49 30 23125 1" + line + "0"),
                        entry("person", person),
                        entry("position", texts.say("Head of purchasing")),
                        entry("industry", texts.say("Manufacturing")),
                        entry("employees", "50-249"),
                        entry("expectedNeed", texts.say("Shipping boxes every month")),
                        entry("fit", "GOOD"),
                        entry("factSource", texts.say("Company website, imprint"))));
        hands.runOn(number);
        return number;
    }

    private String called(String company, String person, int line) {
        String number = researched(company, person, line);
        hands.work(
                "caller",
                number,
                "callCompany",
                Map.of(
                        "outcome",
                        "ANSWERED",
                        "volume",
                        4000 + 500 * line,
                        "interestLevel",
                        "HIGH",
                        "decides",
                        true,
                        "callNotes",
                        texts.say("Buys boxes every month and is unhappy with late deliveries.")));
        hands.runNow(number);
        return number;
    }

    private String accepted(String company, String person, int line) {
        String number = called(company, person, line);
        hands.work("manager", number, "acceptLead", Map.of("outcome", "ACCEPT"));
        hands.runNow(number);
        return number;
    }

    private String met(String company, String person, int line) {
        String number = accepted(company, person, line);
        String soon = OffsetDateTime.now(clock)
                .plusDays(1)
                .truncatedTo(ChronoUnit.HOURS)
                .toString();
        hands.work("manager", number, "warmUpCall", Map.of("outcome", "MEETING", "meetingTime", soon));
        hands.runNow(number);
        hands.work(
                "manager",
                number,
                "holdFirstMeeting",
                Map.of(
                        "outcome",
                        "PROPOSAL",
                        "need",
                        texts.say("Small and large shipping boxes, delivered within two days."),
                        "proposalEmail",
                        "purchasing" + line + "@example.com"));
        hands.runNow(number);
        return number;
    }

    private String proposed(String company, String person, int line, String discount) {
        String number = met(company, person, line);
        String rows =
                "[{\"sku\":\"BOX-L\",\"quantity\":%d,\"discountPercent\":%s}]".formatted(200 + 50 * line, discount);
        hands.work("assistant", number, "prepareProposal", Map.of("outcome", "READY", "proposalRows", rows));
        hands.runNow(number);
        return number;
    }

    private String won(String company, String person, int line) {
        String number = proposed(company, person, line, "5");
        hands.work("manager", number, "negotiateDeal", Map.of("outcome", "WON"));
        hands.runNow(number);
        hands.work(
                "accountant",
                number,
                "completeBilling",
                Map.of(
                        "outcome",
                        "READY",
                        "billingEmail",
                        "purchasing" + line + "@example.com",
                        "billingAddress",
                        "Industriestraße %d\n28195 Bremen".formatted(line)));
        hands.runNow(number);
        return number;
    }

    /** Two orders are paid, one of them is shipped and praised; one payment waits for a person to place it. */
    private void served() {
        String paid = won("Eifel Sprudel GmbH", "Nina Roth", 8);
        String praised = won("Weser Werkzeug GmbH", "Olaf Brandt", 9);
        var statement = new DemoStatement(LocalDate.now(clock), sellers.get().iban());
        for (String number : new String[] {paid, praised}) {
            invoices.ofCompany(company(number)).forEach(invoice -> statement.pays(invoice, number));
        }
        statement.entry("238.00", "Unbekannt GmbH", "Danke");
        hands.runNow(hands.start("accountant", "importStatement", Map.of("statementFile", statement.file())));
        hands.runNow(paid);
        hands.runNow(praised);
        String rows = "[{\"line\":1,\"quantity\":650}]";
        if (hands.work("shipper", praised, "shipOrder", Map.of("outcome", "SHIPPED", "shipmentRows", rows))) {
            hands.runOn(praised);
            hands.work("caller", praised, "askSatisfaction", Map.of("outcome", "ANSWERED", "givenScore", 9));
            hands.runNow(praised);
            hands.runOn(company(praised));
        }
    }

    private String company(String opportunity) {
        return opportunities.find(opportunity).orElseThrow().companyNumber();
    }
}
