package salesconveyor.acquisition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import salesconveyor.shared.Texts;

/** The columns of a spend file, and what files call them. */
enum SpendColumn {
    MONTH("Month", "month", "monat", "месяц"),
    CHANNEL("Channel", "channel", "kanal", "канал"),
    CAMPAIGN("Campaign", "campaign", "kampagne", "кампания"),
    AMOUNT("Amount", "amount", "betrag", "cost", "spend", "сумма", "расход"),
    CURRENCY("Currency", "currency", "währung", "валюта");

    private final String title;
    private final List<String> names;

    SpendColumn(String title, String... names) {
        this.title = title;
        this.names = List.of(names);
    }

    String title() {
        return title;
    }

    String said(Texts texts, Locale language) {
        return texts.say(language, title);
    }

    static Optional<SpendColumn> named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(column -> column.names.contains(name))
                .findFirst();
    }
}
