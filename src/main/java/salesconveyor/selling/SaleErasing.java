package salesconveyor.selling;

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

/** What was said in a sale. The paper of a proposal that became an order is a business letter, which the law keeps. */
@Component
@Transactional
class SaleErasing implements PersonalData {
    private final JdbcClient jdbc;

    SaleErasing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Trace> traces(String company) {
        Stream<String> guests = column(
                        "select guests from meeting where company_number = ? and guests is not null", company)
                .flatMap(addresses -> Meeting.split(addresses).stream());
        return Stream.concat(
                        column("select email from sale where company_number = ? and email is not null", company),
                        guests)
                .flatMap(email -> Trace.of(Trace.Kind.EMAIL, email))
                .toList();
    }

    private Stream<String> column(String select, String company) {
        return jdbc.sql(select).param(company).query(String.class).list().stream();
    }

    @Override
    public List<String> papers(String company) {
        return jdbc.sql("select number from purchase_order where company_number = ?")
                .param(company)
                .query(String.class)
                .list();
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        String company = erasure.company();
        Map<String, Integer> rows = new LinkedHashMap<>();
        rows.put("sale", update("sale set email = null where company_number = ? and email is not null", company));
        rows.put(
                "sale_note",
                update(
                        "sale_note set text = null where text is not null and opportunity_number in"
                                + " (select opportunity_number from sale where company_number = ?)",
                        company));
        rows.put(
                "proposal",
                update("proposal set remarks = null, reject_reason = null where company_number = ?", company));
        rows.put(
                "meeting",
                update("meeting set guests = null, place = null, link = null where company_number = ?", company));
        update(
                "proposal set paper = null where company_number = ?"
                        + " and id not in (select proposal from purchase_order)",
                company);
        return rows;
    }

    private int update(String what, String company) {
        return jdbc.sql("update " + what).param(company).update();
    }
}
