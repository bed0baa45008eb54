package salesconveyor.acquisition;

import static salesconveyor.shared.Erasure.ERASED;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;
import salesconveyor.shared.Trace;

/** What calls, inquiries, lists and mailings tell of a company. Outcomes and answers in figures stay: they name nobody. */
@Component
@Transactional
class LeadErasing implements PersonalData {
    private static final String REFERRED = "channel in ('REFERRAL', 'PHONE_IN')";

    private final JdbcClient jdbc;
    private final RowErasing listed;

    LeadErasing(JdbcClient jdbc, RowErasing listed) {
        this.jdbc = jdbc;
        this.listed = listed;
    }

    @Override
    public List<Trace> traces(String company) {
        Stream<Trace> inquiries = jdbc
                .sql("select company, person, email, phone from inquiry where company_number = ?")
                .param(company)
                .query((row, n) -> Stream.of(
                                Trace.of(Trace.Kind.NAME, row.getString("company")),
                                Trace.of(Trace.Kind.PERSON, row.getString("person")),
                                Trace.of(Trace.Kind.EMAIL, row.getString("email")),
                                Trace.of(Trace.Kind.PHONE, row.getString("phone")))
                        .flatMap(one -> one))
                .list()
                .stream()
                .flatMap(one -> one);
        Stream<Trace> mailings = contacts(
                "select email, person from campaign_recipient where company_number = ? and email like '%@%'", company);
        Stream<Trace> news = contacts("select email, person from news_request where company_number = ?", company);
        return Stream.of(inquiries, mailings, news)
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    private Stream<Trace> contacts(String sql, String company) {
        return jdbc
                .sql(sql)
                .param(company)
                .query((row, n) -> Trace.ofContact(row.getString("email"), row.getString("person")))
                .list()
                .stream()
                .flatMap(both -> both);
    }

    @Override
    public List<String> cases(String company) {
        return jdbc.sql("select number from opportunity where company_number = ? order by number")
                .param(company)
                .query(String.class)
                .list();
    }

    /** An inquiry's letters to us and a request's to them are called by their own numbers. */
    @Override
    public List<String> papers(String company) {
        return Stream.concat(
                        jdbc
                                .sql("select id from inquiry where company_number = ?")
                                .param(company)
                                .query(Long.class)
                                .list()
                                .stream()
                                .map(id -> "inquiry-" + id),
                        jdbc
                                .sql("select campaign_number, id from campaign_recipient where company_number = ?")
                                .param(company)
                                .query((row, n) -> row.getString(1) + "-" + row.getLong(2))
                                .list()
                                .stream())
                .toList();
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        String company = erasure.company();
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("inquiry", delete("inquiry", erasure));
        rows.put("news_request", delete("news_request", erasure));
        rows.put(
                "call_attempt",
                update(
                        "call_attempt set notes = null, answers = null where"
                                + " (notes is not null or answers is not null) and opportunity_number in"
                                + " (select number from opportunity where company_number = ?)",
                        company));
        rows.put(
                "opportunity",
                update("opportunity set note = null where note is not null and company_number = ?", company));
        rows.put("campaign_recipient", recipients(erasure));
        rows.put("referrals", referrals(erasure));
        rows.put("channel_spend", spend(erasure));
        rows.put("lead_list_row", listed.erase(erasure));
        return rows;
    }

    private int delete(String table, Erasure erasure) {
        int rows = jdbc.sql("delete from " + table + " where company_number = ?")
                .param(erasure.company())
                .update();
        for (String email : erasure.emails()) {
            rows += jdbc.sql("delete from " + table + " where email = ?")
                    .param(email)
                    .update();
        }
        return rows;
    }

    /** The row stays, so that it is still known how many letters went out. */
    private int recipients(Erasure erasure) {
        String emptied = "campaign_recipient set email = concat('" + ERASED + "', id), person = null,"
                + " token = concat('" + ERASED + "', id) where email like '%@%' and ";
        int rows = update(emptied + "company_number = ?", erasure.company());
        for (String email : erasure.emails()) {
            rows += update(emptied + "email = ?", email);
        }
        return rows;
    }

    /**
     * Who referred them is a person's or a company's name. Where this company or a person of it referred others, the
     * whole name is taken from their cases too: who of one name was meant, nobody wrote.
     */
    private int referrals(Erasure erasure) {
        String referred = "opportunity set campaign = null where campaign is not null and " + REFERRED;
        int rows = update(referred + " and company_number = ?", erasure.company());
        for (String name : referrers(erasure)) {
            rows += update(referred + " and lower(campaign) = lower(?)", name);
        }
        return rows;
    }

    /** What it cost stays, each under a name of its own: a month has a channel's campaign once. */
    private int spend(Erasure erasure) {
        int rows = 0;
        for (String name : referrers(erasure)) {
            rows += update(
                    "channel_spend set campaign = concat('" + ERASED + " ', id) where " + REFERRED
                            + " and lower(campaign) = lower(?)",
                    name);
        }
        return rows;
    }

    /** Full names, addresses and numbers; a first name alone is not one. */
    private static List<String> referrers(Erasure erasure) {
        return erasure.traces().stream()
                .filter(trace -> trace.isDistinctive()
                        || (trace.kind() == Trace.Kind.PERSON && trace.text().contains(" ")))
                .map(Trace::text)
                .distinct()
                .toList();
    }

    private int update(String what, Object key) {
        return jdbc.sql("update " + what).param(key).update();
    }
}
