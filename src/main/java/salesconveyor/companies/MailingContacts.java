package salesconveyor.companies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Consents.Purpose;

/** Who may get a mailing: who agreed to it or is our client, and nobody who asked us to stop or whose address is dead. */
@Component
@Transactional
public class MailingContacts {
    /** Of several consents of an address the newest says whose it is. */
    private static final String CONSENT = "select a.email, a.company_number, a.person from consent a"
            + " join company k on k.number = a.company_number where a.id in (select max(id) from consent"
            + " where purpose = 'MARKETING' and withdrawn is null and company_number is not null group by email)";

    private static final String CLIENT =
            "select a.email, a.company_number, k.person from (select lower(email) as email,"
                    + " min(number) as company_number from company where client_class <> 'NEW' and email is not null"
                    + " group by lower(email)) a join company k on k.number = a.company_number where 1 = 1";

    private static final String FREE = " and not exists (select 1 from mail_suppression m where m.email = a.email)"
            + " and not exists (select 1 from suppression s where s.company_number = a.company_number"
            + " and s.scope in ('COMPANY', 'MARKETING', 'MAIL'))";

    private static final String REACHABLE = " from company k where k.client_class <> 'NEW' or exists (select 1"
            + " from consent c where c.company_number = k.number and c.purpose = 'MARKETING' and c.withdrawn is null)";

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Consents consents;
    private final MailSuppressions unsubscribed;
    private final SuppressionList suppressions;

    MailingContacts(
            JdbcClient jdbc,
            Companies companies,
            Consents consents,
            MailSuppressions unsubscribed,
            SuppressionList suppressions) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.consents = consents;
        this.unsubscribed = unsubscribed;
        this.suppressions = suppressions;
    }

    /** Who of this audience may get a mailing now, each address once. */
    public List<MailingContact> of(Audience audience) {
        StringBuilder sql = new StringBuilder(
                switch (audience.basis()) {
                    case CONSENT -> CONSENT;
                    case CLIENT -> CLIENT;
                });
        List<Object> values = new ArrayList<>();
        narrow(sql, values, " and k.client_class = ?", audience.clientClass());
        narrow(sql, values, " and lower(k.industry) = ?", lower(audience.industry()));
        String region = audience.region();
        if (region != null) {
            narrow(sql, values, " and (lower(k.city) = ?", lower(region));
            narrow(sql, values, " or lower(k.country) = ?)", lower(Countries.normal(region)));
        }
        return jdbc.sql(sql + FREE + " order by 2, 1")
                .params(values)
                .query(MailingContact.class)
                .list();
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, @Nullable String value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    /** The industries of whom a mailing may reach. */
    public List<String> industries() {
        return choices("industry");
    }

    /** The countries, by their ISO codes, and cities of whom a mailing may reach. */
    public List<String> regions() {
        List<String> regions = new ArrayList<>(choices("country"));
        regions.addAll(choices("city"));
        return regions;
    }

    /** The column's name comes from the methods above, never from outside. */
    private List<String> choices(String column) {
        return jdbc
                .sql("select distinct k." + column + REACHABLE)
                .query((row, n) -> String.valueOf(row.getString(1)).strip())
                .list()
                .stream()
                .filter(choice -> !choice.isEmpty() && !choice.equals("null"))
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }

    /** Asked again for each letter in the moment of sending: an approval may be days old. */
    public boolean mayGet(String email, String company) {
        return !unsubscribed.contains(email)
                && !suppressions.forbids(company, ContactScope.MARKETING)
                && !suppressions.forbids(company, ContactScope.MAIL)
                && (consents.has(email, Purpose.MARKETING)
                        || !companies.clientClass(company).equals("NEW"));
    }
}
