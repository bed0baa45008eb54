package salesconveyor.companies;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.NumberSearch;

/**
 * Finds companies by a part of the name in whatever case, by the number of the card, by tax number, web address or mail
 * address, and by a telephone number however it is written. What it tells names no person.
 */
@Component
@Transactional(readOnly = true)
public class CompanySearch {
    public record Found(
            String number,
            String name,
            @Nullable String city,
            @Nullable String region) {
        /** Where it is, as far as we know. */
        public @Nullable String place() {
            return city == null ? region : city;
        }
    }

    /** With fewer digits nearly every number would fit. */
    private static final int FEWEST_DIGITS = 5;

    private static final String DIGITS =
            "replace(replace(replace(replace(replace(%s, ' ', ''), '-', ''), '/', '')," + " '(', ''), ')', '')";

    private final JdbcClient jdbc;
    private final Phones phones;

    CompanySearch(JdbcClient jdbc, Phones phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /** Best first: what begins with the text, then what holds it. */
    public List<Found> find(String text, int atMost) {
        String small = text.strip().toLowerCase(Locale.ROOT);
        if (small.isEmpty()) {
            return List.of();
        }
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        name(text, conditions, values);
        either(conditions, values, "lower(name) like ? escape '!'", "%" + escaped(small) + "%");
        either(conditions, values, "lower(email) = ?", small);
        either(
                conditions,
                values,
                "tax_number = ?",
                small.toUpperCase(Locale.ROOT).replace(" ", ""));
        if (!small.contains("@")) { // half the world has its mail at one provider
            WebNames.domain(small).ifPresent(domain -> either(conditions, values, "web_domain = ?", domain));
        }
        NumberSearch.pattern(text).ifPresent(pattern -> either(conditions, values, "number like ?", pattern));
        phone(text, conditions, values);
        values.add(escaped(Identity.nameKey(small)) + "%");
        values.add(atMost);
        return jdbc.sql("select number, name, city, region from company where erased is null and ("
                        + String.join(" or ", conditions)
                        + ") order by case when name_key like ? escape '!' then 0 else 1 end, name, number limit ?")
                .params(values)
                .query(Found.class)
                .list();
    }

    /** Each word of it, without the legal form: the key is lower case by our own rules, whatever the database thinks. */
    private static void name(String text, List<String> conditions, List<Object> values) {
        String[] words = Identity.nameKey(text).split(" ");
        List<String> all = new ArrayList<>();
        for (String word : words) {
            all.add("name_key like ? escape '!'");
            values.add("%" + escaped(word) + "%");
        }
        conditions.add("(" + String.join(" and ", all) + ")");
    }

    private void phone(String text, List<String> conditions, List<Object> values) {
        String digits = text.replaceAll("\\D", "");
        if (digits.length() < FEWEST_DIGITS || !text.matches("[+\\d\\s()/.-]+")) {
            return;
        }
        phones.normal(text, null).ifPresent(phone -> {
            either(conditions, values, "phone = ?", phone);
            either(conditions, values, "switchboard = ?", phone);
            either(
                    conditions,
                    values,
                    "number in (select company_number from company_fact where field in ('phone', 'switchboard')"
                            + " and fact = ?)",
                    phone);
        });
        String end = "%" + digits.replaceFirst("^0+", "");
        either(conditions, values, DIGITS.formatted("phone") + " like ?", end);
        either(conditions, values, DIGITS.formatted("switchboard") + " like ?", end);
    }

    private static void either(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
