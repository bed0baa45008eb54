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
        Stream<Trace> news = jdbc
                .sql("select email, person from news_request where company_number = ?")
                .param(company)
                .query((row, n) -> Stream.concat(
                        Trace.of(Trace.Kind.EMAIL, row.getString("email")),
                        Trace.of(Trace.Kind.PERSON, row.getString("person"))))
                .list()
                .stream()
                .flatMap(one -> one);
        return Stream.of(inquiries, mailings, news)
                .flatMap(one -> one)
                .distinct()
                .toList();
    }

    @Override
    public List<String> cases(String company) {
        return jdbc.sql("select number from opportunity where company_number = ? order by number")
                .param(company)
                .query(String.class)
                .list();
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
        rows.put("lead_list_row", listRows(erasure));
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
                "lead_list_row set cells = '[]', reason = null, row_key = null, state = case when state = 'NEW' and"
                        + " opportunity_number is null then 'IGNORED' else state end where id = ?",
                id));
        keys(erasure);
        return about.size();
    }

    /** By what the rows of a list are told from each other; a list that was not read to its end still holds them. */
    private void keys(Erasure erasure) {
        jdbc
                .sql("select distinct list_number, known_by from lead_list_key")
                .query((row, n) -> List.of(row.getString("list_number"), row.getString("known_by")))
                .list()
                .stream()
                .filter(key -> erasure.isIn(key.get(1)))
                .forEach(key -> jdbc.sql("delete from lead_list_key where list_number = ? and known_by = ?")
                        .params(key.get(0), key.get(1))
                        .update());
    }

    private int update(String what, Object key) {
        return jdbc.sql("update " + what).param(key).update();
    }
}
