package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** One row of a spend file, or what was entered by hand: the texts by column, checked as they are asked for. */
record SpendRow(Map<String, String> row, String homeCurrency, Texts texts, Locale language) {
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})(-\\d{1,2})?");
    private static final Pattern SPOKEN_MONTH = Pattern.compile("(?:\\d{1,2}\\.)?(\\d{1,2})[./](\\d{4})");
    private static final int LONGEST_CAMPAIGN = 200;
    private static final int MOST_DIGITS = 13;

    Spend spend() {
        // Our own file has an apostrophe before what a spreadsheet would run as a formula.
        String campaign = text(SpendColumn.CAMPAIGN).replaceFirst("^'(?=[=+\\-@])", "");
        if (campaign.length() > LONGEST_CAMPAIGN) {
            throw new Refused(
                    "\"{0}\" is longer than {1} characters; please shorten it.",
                    SpendColumn.CAMPAIGN.said(texts, language), LONGEST_CAMPAIGN);
        }
        return new Spend(month(), channel(), campaign, amount(), currency());
    }

    private YearMonth month() {
        String text = required(SpendColumn.MONTH);
        var iso = ISO_MONTH.matcher(text);
        var spoken = SPOKEN_MONTH.matcher(text);
        try {
            if (iso.matches()) {
                return YearMonth.of(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)));
            }
            if (spoken.matches()) {
                return YearMonth.of(Integer.parseInt(spoken.group(2)), Integer.parseInt(spoken.group(1)));
            }
        } catch (DateTimeException e) {
            // There is no such month: said below.
        }
        throw new Refused(
                "{0} is not a month for the column \"{1}\"; write it like 2026-05.",
                text, SpendColumn.MONTH.said(texts, language));
    }

    /** By its key, or by what any language of ours calls it. */
    private Channel channel() {
        String text = required(SpendColumn.CHANNEL);
        return Channel.of(text.toUpperCase(Locale.ROOT))
                .or(() -> Arrays.stream(Channel.values())
                        .filter(channel -> text.equalsIgnoreCase(channel.title())
                                || text.equalsIgnoreCase(texts.say(Locale.forLanguageTag("ru"), channel.title())))
                        .findFirst())
                .orElseThrow(() -> new Refused(
                        "{0} is not a channel for the column \"{1}\"; there are {2}.",
                        text,
                        SpendColumn.CHANNEL.said(texts, language),
                        Arrays.stream(Channel.values()).map(Enum::name).collect(Collectors.joining(", "))));
    }

    private BigDecimal amount() {
        String text = required(SpendColumn.AMOUNT);
        try {
            BigDecimal amount = new BigDecimal(plain(text));
            if (amount.signum() >= 0 && amount.precision() - amount.scale() <= MOST_DIGITS) {
                return amount.setScale(2, RoundingMode.HALF_UP);
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new Refused(
                "{0} is not an amount for the column \"{1}\"; write it like 1234.50.",
                text, SpendColumn.AMOUNT.said(texts, language));
    }

    /** 1.234,50 and 1,234.50 are the same; a single sign before three digits may part thousands or decimals. */
    private static String plain(String text) {
        String number = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        int last = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
        String signs = number.replaceAll("[^.,]", "");
        if (signs.isEmpty()) {
            return number;
        }
        boolean oneKind = signs.chars().distinct().count() == 1;
        if (oneKind && signs.length() > 1) {
            return number.replaceAll("[.,]", "");
        }
        if (oneKind && number.length() - last == 4 && !number.startsWith("0")) {
            throw new NumberFormatException(number);
        }
        return number.substring(0, last).replaceAll("[.,]", "") + "." + number.substring(last + 1);
    }

    private String currency() {
        String text = text(SpendColumn.CURRENCY);
        if (text.isEmpty()) {
            return homeCurrency;
        }
        try {
            return Currency.getInstance(text.toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Refused("{0} is not a currency; write its three letters, like EUR.", text);
        }
    }

    private String required(SpendColumn column) {
        String text = text(column);
        if (text.isEmpty()) {
            throw new Refused("The column \"{0}\" is empty.", column.said(texts, language));
        }
        return text;
    }

    private String text(SpendColumn column) {
        return row.getOrDefault(column.name(), "")
                .replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ")
                .strip();
    }
}
