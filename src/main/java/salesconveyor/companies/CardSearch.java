package salesconveyor.companies;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the cards that somebody who writes to us may be on. */
@Component
@Transactional(readOnly = true)
public class CardSearch {
    private static final int AT_MOST = 20;

    private final JdbcClient jdbc;
    private final Companies companies;
    private final Phones phones;

    CardSearch(JdbcClient jdbc, Companies companies, Phones phones) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.phones = phones;
    }

    /** @param text a number of a card, a name, a mail address or a phone number, as a whole, in whatever case */
    public List<Company> find(String text) {
        String wanted = text.strip().toLowerCase(java.util.Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String phone = phones.normal(text, null).orElse(wanted);
        return jdbc
                .sql("select number from company where lower(number) = ? or lower(name) = ? or lower(person) = ?"
                        + " or lower(email) = ? or phone = ?"
                        + " union select company_number from company_fact where lower(fact) = ? or fact = ?"
                        + " union select company_number from consent where company_number is not null"
                        + " and (email = ? or lower(person) = ?)"
                        + " order by 1 fetch first " + AT_MOST + " rows only")
                .params(wanted, wanted, wanted, wanted, phone, wanted, phone, wanted, wanted)
                .query(String.class)
                .list()
                .stream()
                .map(companies::get)
                .toList();
    }
}
