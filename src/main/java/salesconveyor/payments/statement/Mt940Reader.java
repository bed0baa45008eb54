package salesconveyor.payments.statement;

import com.prowidesoftware.swift.model.field.Field60F;
import com.prowidesoftware.swift.model.field.Field61;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Makes one statement of the fields of one MT940 message. */
final class Mt940Reader {
    static final String DAMAGED =
            "The entry \"{0}\" of the file is damaged. Download the statement from the bank again.";
    static final String NO_CURRENCY = "Statement {0} has no balance, which tells its currency. Ask the bank for it.";

    private final Keys keys;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Balance opening;
    private @Nullable Balance closing;
    private @Nullable LocalDate opened;
    private @Nullable LocalDate closed;

    Mt940Reader(Keys keys) {
        this.keys = keys;
    }

    Statement read(List<Mt940.Field> message) {
        String number = Objects.requireNonNullElse(first(message, "28C", "28"), "?");
        String account = first(message, "25", "25P");
        if (account == null || account.isEmpty()) {
            throw new Refused(StatementReader.NO_ACCOUNT, number);
        }
        for (Mt940.Field field : message) {
            switch (field.tag()) {
                case "60F", "60M" -> {
                    opening = balance(field);
                    opened = day(new Field60F(field.value()).getDate());
                }
                case "62F", "62M" -> {
                    closing = balance(field);
                    closed = day(new Field60F(field.value()).getDate());
                }
                default -> {}
            }
        }
        if (opening == null && closing == null) {
            throw new Refused(NO_CURRENCY, number);
        }
        String currency = Objects.requireNonNullElse(opening, closing).currency();
        String owner = account.replaceAll("\\s", "").replaceFirst("/?" + currency + "$", "");
        readEntries(message, owner, currency);
        BigDecimal booked = entries.stream().map(Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Statement(
                number,
                owner,
                opening,
                closing,
                opened,
                lastDay(),
                List.copyOf(entries),
                Balances.check(opening, closing, booked));
    }

    private void readEntries(List<Mt940.Field> message, String account, String currency) {
        for (int i = 0; i < message.size(); i++) {
            if (message.get(i).tag().equals("61")) {
                List<String> purpose = new ArrayList<>();
                for (int j = i + 1;
                        j < message.size() && isOfEntry(message.get(j).tag());
                        j++) {
                    purpose.addAll(message.get(j).lines());
                }
                entries.add(entry(message.get(i), Mt940Purpose.of(purpose), account, currency));
            }
        }
    }

    private static boolean isOfEntry(String tag) {
        return tag.equals("86") || tag.equals("NS");
    }

    private Entry entry(Mt940.Field field, Mt940Purpose purpose, String account, String currency) {
        Field61 line = new Field61(field.value());
        String mark = line.getDebitCreditMark();
        BigDecimal figure = line.getAmountAsBigDecimal();
        LocalDate value = day(line.getValueDate());
        if (mark == null || figure == null || value == null) {
            throw new Refused(DAMAGED, field.lines().get(0));
        }
        // C and RD (a debit taken back) put money onto the account, D and RC (a credit taken back) take it away.
        boolean in = mark.equals("C") || mark.equals("RD");
        BigDecimal amount = (in ? figure : figure.negate()).setScale(Math.max(2, figure.scale()));
        LocalDate booked = booked(line.getEntryDate(), value);
        boolean returned = mark.startsWith("R") || "RTI".equals(line.getIdentificationCode());
        String ownReference = Objects.requireNonNullElse(line.getReferenceForTheAccountOwner(), "");
        String bankReference = Objects.requireNonNullElse(line.getReferenceOfTheAccountServicingInstitution(), "");
        String text = purpose.text().isEmpty()
                ? Objects.requireNonNullElse(line.getSupplementaryDetails(), "").strip()
                : purpose.text();
        String endToEnd = purpose.endToEndId() != null ? purpose.endToEndId() : given(ownReference);
        return new Entry(
                keys.byContent(
                        account,
                        booked.toString(),
                        value.toString(),
                        amount.toPlainString(),
                        currency,
                        text,
                        ownReference,
                        bankReference),
                amount,
                currency,
                booked,
                value,
                endToEnd,
                null,
                text,
                purpose.partyName(),
                purpose.partyAccount(),
                null,
                returned,
                returned ? purpose.reason() : null);
    }

    private static @Nullable String given(String reference) {
        // Some banks write the payer's name behind the reference.
        String text = reference.strip().split("\\s{2,}")[0];
        return text.isEmpty() || text.equals("NONREF") || text.matches("[EKM]REF\\+?") ? null : text;
    }

    private static @Nullable String first(List<Mt940.Field> message, String... tags) {
        return message.stream()
                .filter(field -> List.of(tags).contains(field.tag()))
                .map(Mt940.Field::value)
                .findFirst()
                .orElse(null);
    }

    private static Balance balance(Mt940.Field field) {
        Field60F read = new Field60F(field.value());
        BigDecimal amount = read.getAmountAsBigDecimal();
        if (amount == null || read.getCurrency() == null || read.getDCMark() == null) {
            throw new Refused(DAMAGED, field.value());
        }
        return new Balance(
                (read.getDCMark().equals("D") ? amount.negate() : amount).setScale(Math.max(2, amount.scale())),
                read.getCurrency());
    }

    /** A day YYMMDD; banks write the 30th of February too, meaning its last day. */
    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || !text.matches("\\d{6}")) {
            return null;
        }
        int year = Integer.parseInt(text.substring(0, 2));
        return day(year + (year < 80 ? 2000 : 1900), text.substring(2));
    }

    private static LocalDate day(int year, String monthAndDay) {
        int month = Integer.parseInt(monthAndDay.substring(0, 2));
        int day = Integer.parseInt(monthAndDay.substring(2));
        if (month < 1 || month > 12 || day < 1 || day > 31) {
            throw new Refused(Facts.BAD_DATE, monthAndDay);
        }
        YearMonth of = YearMonth.of(year, month);
        return of.atDay(Math.min(day, of.lengthOfMonth()));
    }

    /** The entry date MMDD has no year: it lies near the value date, maybe across the turn of the year. */
    private static LocalDate booked(@Nullable String monthAndDay, LocalDate value) {
        if (monthAndDay == null || !monthAndDay.matches("\\d{4}")) {
            return value;
        }
        return java.util.stream.IntStream.of(value.getYear() - 1, value.getYear(), value.getYear() + 1)
                .mapToObj(year -> day(year, monthAndDay))
                .min(Comparator.comparing(date -> Math.abs(value.toEpochDay() - date.toEpochDay())))
                .orElse(value);
    }

    private @Nullable LocalDate lastDay() {
        return closed != null
                ? closed
                : entries.stream()
                        .map(Entry::booked)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
