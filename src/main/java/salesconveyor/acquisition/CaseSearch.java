package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.NumberSearch;

/** Finds opportunities by their numbers and companies. */
@Component
@Transactional(readOnly = true)
public class CaseSearch {
    /** @param owner the manager who accepted it; nobody yet */
    public record Found(
            String number, String companyNumber, @Nullable String owner, OffsetDateTime found) {}

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param text a number or the end of one, newest first */
    public List<Found> byNumber(String text, int atMost) {
        return NumberSearch.pattern(text)
                .map(pattern -> jdbc.sql("select number, company_number, owner, found from opportunity"
                                + " where number like ? order by number desc limit ?")
                        .params(pattern, atMost)
                        .query(Found.class)
                        .list())
                .orElseGet(List::of);
    }

    /** Newest first. */
    public List<Found> ofCompany(String company, int atMost) {
        return jdbc.sql("select number, company_number, owner, found from opportunity where company_number = ?"
                        + " order by number desc limit ?")
                .params(company, atMost)
                .query(Found.class)
                .list();
    }
}
