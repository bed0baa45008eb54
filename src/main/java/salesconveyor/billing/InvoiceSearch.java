package salesconveyor.billing;

import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.NumberSearch;

/** Finds the papers of billing by their numbers. */
@Component
@Transactional(readOnly = true)
public class InvoiceSearch {
    private final JdbcClient jdbc;
    private final Invoices invoices;

    InvoiceSearch(JdbcClient jdbc, Invoices invoices) {
        this.jdbc = jdbc;
        this.invoices = invoices;
    }

    /**
     * Each is read when it is asked for.
     *
     * @param text a number or the end of one, newest first
     */
    public Stream<Invoice> byNumber(String text, int atMost) {
        return NumberSearch.pattern(text)
                .map(pattern -> jdbc
                        .sql("select number from invoice where number like ? order by issued desc, number desc limit ?")
                        .params(pattern, atMost)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(invoices::get))
                .orElseGet(Stream::empty);
    }
}
