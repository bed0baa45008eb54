package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Makes a statement for each account of a 1C exchange file; a bank may give one section a day for the same account. */
final class Exchange1cReader {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MOST_PURPOSES = 6;
    private static final String OLD_ROUBLE = "810";

    private final Keys keys;

    Exchange1cReader(Keys keys) {
        this.keys = keys;
    }

    List<Statement> read(List<Map<String, String>> sections, List<Map<String, String>> documents) {
        Map<String, List<Map<String, String>>> byAccount = sections.stream()
                .collect(Collectors.groupingBy(
                        section -> account(section, "РасчСчет"), LinkedHashMap::new, Collectors.toList()));
        return byAccount.entrySet().stream()
                .map(account -> statement(account.getKey(), account.getValue(), documents))
                .toList();
    }

    private Statement statement(
            String account, List<Map<String, String>> sections, List<Map<String, String>> documents) {
        if (account.isEmpty()) {
            throw new Refused(Exchange1c.NO_ACCOUNT);
        }
        String currency = currency(account);
        List<Entry> entries = new ArrayList<>();
        for (Map<String, String> document : documents) {
            if (moved(document, "ДатаПоступило") && ends(document, "Получатель").contains(account)) {
                entries.add(entry(document, account, currency, true));
            }
            if (moved(document, "ДатаСписано") && ends(document, "Плательщик").contains(account)) {
                entries.add(entry(document, account, currency, false));
            }
        }
        List<Map<String, String>> inOrder = sections.stream()
                .sorted(Comparator.comparing(
                        section -> day(section, "ДатаНачала"), Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
        Map<String, String> first = inOrder.get(0);
        Map<String, String> last = inOrder.get(inOrder.size() - 1);
        Balance opening = balance(first, "НачальныйОстаток", currency);
        Balance closing = balance(last, "КонечныйОстаток", currency);
        LocalDate end = day(last, "ДатаКонца");
        BigDecimal booked = entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(
                first.getOrDefault("ДатаНачала", "") + " - " + last.getOrDefault("ДатаКонца", ""),
                account,
                opening,
                closing,
                day(first, "ДатаНачала"),
                end,
                List.copyOf(entries),
                Balances.check(opening, closing, booked));
    }

    private Entry entry(Map<String, String> document, String account, String currency, boolean in) {
        LocalDate booked = Objects.requireNonNull(day(document, in ? "ДатаПоступило" : "ДатаСписано"));
        BigDecimal figure = amount(document, "Сумма");
        BigDecimal amount = in ? figure : figure.negate();
        String party = in ? "Плательщик" : "Получатель";
        String text = purpose(document);
        String theirs = account(document, party + "Счет");
        return new Entry(
                keys.byContent(
                        account,
                        booked.toString(),
                        amount.toPlainString(),
                        document.getOrDefault("Номер", ""),
                        document.getOrDefault("Дата", ""),
                        theirs,
                        text),
                amount,
                currency,
                booked,
                booked,
                null,
                null,
                text,
                given(document, party + "1", party),
                theirs.isEmpty() ? null : theirs,
                given(document, party + "ИНН"),
                order(document),
                false,
                null);
    }

    private static Entry.@Nullable Order order(Map<String, String> document) {
        String number = given(document, "Номер");
        return number == null ? null : new Entry.Order(number, day(document, "Дата"));
    }

    private static boolean moved(Map<String, String> document, String day) {
        return !document.getOrDefault(day, "").isEmpty();
    }

    /** A correspondent account may stand in place of the client's own, which then is in the second field. */
    private static List<String> ends(Map<String, String> document, String party) {
        return Stream.of("Счет", "РасчСчет")
                .map(field -> account(document, party + field))
                .toList();
    }

    private static String purpose(Map<String, String> document) {
        String whole = document.getOrDefault("НазначениеПлатежа", "");
        String pieces = IntStream.rangeClosed(1, MOST_PURPOSES)
                .mapToObj(i -> document.getOrDefault("НазначениеПлатежа" + i, ""))
                .filter(piece -> !piece.isEmpty())
                .collect(Collectors.joining(" "));
        return (whole.isEmpty() ? pieces : whole).replaceAll("\\s+", " ");
    }

    private static String account(Map<String, String> section, String key) {
        return section.getOrDefault(key, "").replaceAll("\\s", "");
    }

    private static @Nullable String given(Map<String, String> section, String... keys) {
        for (String key : keys) {
            String text = section.getOrDefault(key, "");
            if (!text.isEmpty()) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable Balance balance(Map<String, String> section, String key, String currency) {
        return section.getOrDefault(key, "").isEmpty() ? null : new Balance(amount(section, key), currency);
    }

    private static BigDecimal amount(Map<String, String> section, String key) {
        String text = section.getOrDefault(key, "").replace(" ", "").replace(',', '.');
        boolean negative = text.startsWith("-");
        BigDecimal amount = Facts.number(negative ? text.substring(1) : text);
        return negative ? amount.negate() : amount;
    }

    private static @Nullable LocalDate day(Map<String, String> section, String key) {
        String text = section.getOrDefault(key, "");
        try {
            return text.isEmpty() ? null : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new Refused(Facts.BAD_DATE, text);
        }
    }

    /** Digits six to eight of a Russian account are its currency; 810 is the rouble's code of before 1998, still in use. */
    private static String currency(String account) {
        String code = account.matches("\\d{20}") ? account.substring(5, 8) : OLD_ROUBLE;
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> !code.equals(OLD_ROUBLE))
                .filter(currency -> currency.getNumericCode() > 0
                        && currency.getNumericCodeAsString().equals(code))
                .map(Currency::getCurrencyCode)
                .findFirst()
                .orElse("RUB");
    }
}
