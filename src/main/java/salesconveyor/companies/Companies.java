package salesconveyor.companies;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Numbering;

/** The company cards, with the source of each fact. */
@Component
@Transactional
public class Companies {
    private static final Set<String> FIELDS = Set.of("phone", "person", "position", "industry", "fit");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;
    private final String region;

    Companies(JdbcClient jdbc, Clock clock, Numbering numbering, @Value("${conveyor.region:DE}") String region) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
        this.region = region;
    }

    /** A new card. @return its number, like {@code C-000123} */
    public String add(String name) {
        String number = numbering.next("C");
        jdbc.sql("insert into company (number, name) values (?, ?)")
                .params(number, name)
                .update();
        return number;
    }

    /** The card of the company with this name, whatever its case; a new one when there is none. */
    public String named(String name) {
        return jdbc.sql("select number from company where lower(name) = lower(?) order by number limit 1")
                .param(name)
                .query(String.class)
                .optional()
                .orElseGet(() -> add(name));
    }

    public Company get(String number) {
        return jdbc.sql(
                        "select number, name, phone, person, position, industry, fit, zone from company where number = ?")
                .param(number)
                .query(Company.class)
                .single();
    }

    /** Writes what a researcher found; a fact without a value leaves the card as it is. */
    public void learn(String number, Map<String, @Nullable String> found, String source, @Nullable String author) {
        Map<String, String> facts = new LinkedHashMap<>();
        found.forEach((field, fact) -> {
            if (fact != null && FIELDS.contains(field)) {
                facts.put(field, field.equals("phone") ? phone(fact) : fact);
            }
        });
        facts.forEach((field, fact) -> {
            // The column's name comes from FIELDS, never from outside.
            jdbc.sql("update company set " + field + " = ? where number = ?")
                    .params(fact, number)
                    .update();
            jdbc.sql("insert into company_fact (company_number, field, fact, source, author, written)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(number, field, fact, source, author, OffsetDateTime.now(clock))
                    .update();
        });
    }

    /** A defect: the number or person on the card was wrong, so that it must be found anew. */
    public void forgetContact(String number, boolean wrongNumber) {
        jdbc.sql("update company set " + (wrongNumber ? "phone" : "person") + " = null where number = ?")
                .param(number)
                .update();
    }

    private String phone(String text) {
        try {
            var phones = PhoneNumberUtil.getInstance();
            var parsed = phones.parse(text, region);
            if (phones.isValidNumber(parsed)) {
                return phones.format(parsed, PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL);
            }
        } catch (NumberParseException e) {
            // refused below
        }
        throw new Refused("{0} is not a valid phone number; write it with the country code, like +49 30 901820.", text);
    }
}
