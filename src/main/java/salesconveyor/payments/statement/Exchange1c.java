package salesconveyor.payments.statement;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import salesconveyor.engine.Refused;

/**
 * Reads the exchange file between a bank's client and 1C ({@code 1CClientBankExchange}, "Стандарт обмена с системами
 * Клиент банка" of the firm 1C, versions 1.01 to 1.03): sections of the accounts with their balances, and the payment
 * documents. A document moved money only where the bank gave the day on which it came or went.
 */
final class Exchange1c {
    static final String CUT =
            "The file breaks off: its last line must be {0}. Download the statement from the bank again.";
    static final String NO_ACCOUNT =
            "The file has no section of an account with its balances. Choose the statement, not a file of payment orders.";

    private static final Charset USUAL = Charset.forName("windows-1251");
    private static final String HEAD = "1CClientBankExchange";
    private static final String END = "КонецФайла";

    private Exchange1c() {}

    static boolean isOne(byte[] file) {
        return new String(file, 0, Math.min(file.length, 64), java.nio.charset.StandardCharsets.ISO_8859_1)
                .contains(HEAD);
    }

    static StatementFile read(byte[] file) {
        List<Map<String, String>> accounts = new ArrayList<>();
        List<Map<String, String>> documents = new ArrayList<>();
        Map<String, String> section = new LinkedHashMap<>();
        boolean ended = false;
        for (String line : PlainText.lines(file, USUAL)) {
            String text = line.strip();
            if (text.equals("СекцияРасчСчет")) {
                section = new LinkedHashMap<>();
                accounts.add(section);
            } else if (text.startsWith("СекцияДокумент")) {
                section = new LinkedHashMap<>();
                documents.add(section);
            } else if (text.equals("КонецРасчСчет") || text.equals("КонецДокумента")) {
                section = new LinkedHashMap<>();
            } else if (text.equals(END)) {
                ended = true;
            } else {
                int equals = text.indexOf('=');
                if (equals > 0) {
                    // A key may come twice: the first one that says something counts.
                    section.merge(
                            text.substring(0, equals).strip(),
                            text.substring(equals + 1).strip(),
                            (first, next) -> first.isEmpty() ? next : first);
                }
            }
        }
        if (!ended) {
            throw new Refused(CUT, END);
        }
        if (accounts.isEmpty()) {
            throw new Refused(NO_ACCOUNT);
        }
        return new StatementFile(
                Keys.hash(file),
                StatementFile.Format.EXCHANGE_1C,
                new Exchange1cReader(new Keys()).read(accounts, documents));
    }
}
