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
    private final JdbcClient jdbc;

    LeadErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        Stream<Trace> mailings = jdbc
                .sql("select email, person from campaign_recipient where company_number = ? and email like '%@%'")
                .param(company)
                .query((row, n) -> Stream.concat(
                        Trace.of(Trace.Kind.EMAIL, row.getString("email")),
                        Trace.of(Trace.Kind.PERSON, row.getString("person"))))
                .list()
                .stream()
                .flatMap(one -> one);
        return Stream.concat(inquiries, mailings).distinct().toList();
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        String company = erasure.company();
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("inquiry", inquiries(erasure));
        rows.put(
                "call_attempt",
                update(
                        "call_attempt set notes = null where notes is not null and opportunity_number in"
                                + " (select number from opportunity where company_number = ?)",
                        company));
        rows.put(
                "opportunity",
                update("opportunity set note = null where note is not null and company_number = ?", company));
        rows.put("campaign_recipient", recipients(erasure));
        rows.put("lead_list_row", listRows(erasure));
        return rows;
    }

    private int inquiries(Erasure erasure) {
        int rows = jdbc.sql("delete from inquiry where company_number = ?")
                .param(erasure.company())
                .update();
        for (String email : erasure.emails()) {
            rows += jdbc.sql("delete from inquiry where email = ?").param(email).update();
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

    /** Rows of the company, and in all lists those that are about it although nobody recognised them. */
    private int listRows(Erasure erasure) {
        List<Long> about = jdbc
                .sql("select id, cells, reason, company_number from lead_list_row where cells <> '[]'")
                .query((row, n) -> erasure.company().equals(row.getString("company_number"))
                                || erasure.isIn(row.getString("cells") + " " + row.getString("reason"))
                        ? row.getLong("id")
                        : -1)
                .list()
                .stream()
                .filter(id -> id >= 0)
                .toList();
        about.forEach(id -> update(
                "lead_list_row set cells = '[]', reason = null, row_key = null,"
                        + " state = case when state = 'NEW' and opportunity_number is null then 'IGNORED' else state end"
                        + " where id = ?",
                id));
        return about.size();
    }

    private int update(String what, Object key) {
        return jdbc.sql("update " + what).param(key).update();
    }
}
