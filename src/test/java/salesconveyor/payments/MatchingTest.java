package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.payments.Match.Rule;

class MatchingTest {
    /** C-1 owes 100, 250 and 250 (the second one longer), C-2 owes 80 euros and 70 dollars. ACME pays for C-1 alone. */
    private static final Books BOOKS = new Books(
            List.of(
                    open("INV-2026-000003", "C-1", "250.00", "EUR", "2026-03-20"),
                    open("INV-2026-000002", "C-1", "250.00", "EUR", "2026-03-10"),
                    open("INV-2026-000001", "C-1", "100.00", "EUR", "2026-03-15"),
                    open("INV-2026-000010", "C-2", "80.00", "EUR", "2026-03-01"),
                    open("INV-2026-000011", "C-2", "70.00", "USD", "2026-03-01")),
            List.of(
                    open("INV-2026-000020", "C-1", "60.00", "EUR", "2025-03-01"),
                    open("INV-2026-000010", "C-2", "20.00", "EUR", "2026-03-01")),
            Map.of("INV-2026-000009", "C-1", "INV-2026-000020", "C-1"),
            Map.of("PF-2026-000005", "C-1"),
            Map.of("ACME", Set.of("C-1"), "BOLT", Set.of("C-2"), "AGENT", Set.of("C-1", "C-2")),
            Map.of("7707083893", Set.of("C-1")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            one invoice, exact             | INV-2026-000001                     | -     | 100.00 | EXACT     | 1=100.00                     | 0.00   |
            scale does not matter          | INV-2026-000001                     | -     | 100    | EXACT     | 1=100                        | 0.00   |
            exact, whoever pays            | INV-2026-000001                     | BOLT  | 100.00 | EXACT     | 1=100.00                     | 0.00   |
            two named                      | INV-2026-000001 + INV-2026-000002   | -     | 350.00 | SEVERAL   | 2=250.00 1=100.00            | 0.00   |
            two named in short             | INV-2026-000001, 000002             | -     | 350.00 | SEVERAL   | 2=250.00 1=100.00            | 0.00   |
            two companies, exact           | INV-2026-000001 INV-2026-000010     | -     | 180.00 | SEVERAL   | 10=80.00 1=100.00            | 0.00   |
            one named, all paid            | INV-2026-000001 and the others      | -     | 600.00 | SEVERAL   | 2=250.00 1=100.00 3=250.00   | 0.00   |
            paid and open named            | INV-2026-000009 INV-2026-000001     | -     | 100.00 | EXACT     | 1=100.00                     | 0.00   |
            payer and amount               | thank you                           | ACME  | 100.00 | PAYER     | 1=100.00                     | 0.00   |
            payer, amount twice: oldest    | -                                   | ACME  | 250.00 | PAYER     | 2=250.00                     | 0.00   |
            payer pays all                 | -                                   | ACME  | 600.00 | SEVERAL   | 2=250.00 1=100.00 3=250.00   | 0.00   |
            payer pays two of three        | -                                   | ACME  | 500.00 | SEVERAL   | 2=250.00 3=250.00            | 0.00   |
            two choices add up: ask        | -                                   | ACME  | 350.00 | UNMATCHED |                              | 350.00 | C-1
            amount of another of his       | INV-2026-000001                     | ACME  | 250.00 | PAYER     | 2=250.00                     | 0.00   |
            amount of another, of whom?    | INV-2026-000001                     | -     | 250.00 | OVER      | 1=100.00                     | 150.00 |
            names one of another client    | INV-2026-000001                     | BOLT  | 80.00  | UNMATCHED |                              | 80.00  | C-1 C-2
            partial                        | INV-2026-000001                     | ACME  | 40.00  | PARTIAL   | 1=40.00                      | 0.00   |
            partial on two, oldest first   | INV-2026-000001 INV-2026-000002     | -     | 300.00 | PARTIAL   | 2=250.00 1=50.00             | 0.00   |
            partial, second gets nothing   | INV-2026-000001 INV-2026-000002     | -     | 200.00 | PARTIAL   | 2=200.00                     | 0.00   |
            over                           | INV-2026-000001                     | ACME  | 130.00 | OVER      | 1=100.00                     | 30.00  |
            paid before                    | INV-2026-000009                     | ACME  | 100.00 | DUPLICATE |                              | 100.00 | C-1
            written off, but paid          | INV-2026-000020                     | -     | 60.00  | EXACT     | 20=60.00                     | 0.00   |
            written off, paid in part      | INV-2026-000020                     | ACME  | 40.00  | PARTIAL   | 20=40.00                     | 0.00   |
            written off, paid too much     | INV-2026-000020                     | ACME  | 61.00  | OVER      | 20=60.00                     | 1.00   |
            written off and not named      | -                                   | ACME  | 60.00  | UNMATCHED |                              | 60.00  | C-1
            a part was written off         | INV-2026-000010                     | -     | 80.00  | EXACT     | 10=80.00                     | 0.00   |
            that part, too                 | INV-2026-000010                     | -     | 100.00 | EXACT     | 10=100.00                    | 0.00   |
            a withdrawn proforma           | PF-2026-000005                      | -     | 100.00 | UNMATCHED |                              | 100.00 | C-1
            withdrawn, and an open amount  | PF-2026-000005                      | BOLT  | 80.00  | UNMATCHED |                              | 80.00  | C-1 C-2
            withdrawn and open named       | PF-2026-000005 INV-2026-000001      | -     | 100.00 | EXACT     | 1=100.00                     | 0.00   |
            nothing known                  | rent                                | -     | 100.00 | UNMATCHED |                              | 100.00 |
            unknown invoice                | INV-2026-000099                     | OTHER | 100.00 | UNMATCHED |                              | 100.00 |
            payer, but no such amount      | -                                   | ACME  | 99.99  | UNMATCHED |                              | 99.99  | C-1
            payer of two companies         | -                                   | AGENT | 80.00  | UNMATCHED |                              | 80.00  | C-1 C-2
            dollars asked, euros paid      | INV-2026-000011                     | -     | 70.00  | UNMATCHED |                              | 70.00  | C-2
            payer, amount in dollars       | -                                   | BOLT  | 70.00  | UNMATCHED |                              | 70.00  | C-2
            two companies, not exact       | INV-2026-000001 INV-2026-000010     | -     | 150.00 | UNMATCHED |                              | 150.00 | C-1 C-2
            partial by another company     | INV-2026-000001                     | BOLT  | 40.00  | UNMATCHED |                              | 40.00  | C-1 C-2
            """)
    void places(
            String title,
            String words,
            String iban,
            BigDecimal amount,
            Rule rule,
            String shares,
            BigDecimal rest,
            String candidates) {
        Match match = Matching.match(
                new Received(amount, "EUR", iban, null, words == null ? List.of() : List.of(words)), BOOKS);
        assertThat(match.rule()).isEqualTo(rule);
        assertThat(match.shares().stream()
                        .map(share -> Integer.parseInt(share.invoiceNumber().substring(9)) + "=" + share.amount())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(shares == null ? "" : shares);
        assertThat(match.rest()).isEqualByComparingTo(rest);
        assertThat(String.join(" ", match.candidates())).isEqualTo(candidates == null ? "" : candidates);
        assertThat(match.needsPerson()).isEqualTo(match.shares().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            INV-2026-000123                       | INV-2026-000123
            inv 2026 000123                       | INV-2026-000123
            Rechnung INV2026000123.               | INV-2026-000123
            inv.2026/123 of May                   | INV-2026-000123
            СЧ-2026-000007 от 01.02.2026          | СЧ-2026-000007
            RF51 INV2 0260 0012 3                 | -
            INV-2026-0001234                      | -
            INV 2026 1000 euros                   | -
            XINV2026-INV-2026-000123              | INV-2026-000123
            INV-2026-000001/000002;000003         | INV-2026-000001 INV-2026-000002 INV-2026-000003
            """)
    void findsInvoiceNumbers(String words, String numbers) {
        assertThat(InvoiceNumbers.in(List.of(words)))
                .isEqualTo(numbers == null ? Set.of() : Set.of(numbers.split(" ")));
    }

    @Test
    void anUnknownAccountIsThatOfWhoHasThePayersTaxNumber() {
        Received money =
                new Received(new BigDecimal("100.00"), "EUR", "40702810000000000888", "7707083893", List.of("rent"));
        assertThat(Matching.match(money, BOOKS).rule()).isEqualTo(Rule.PAYER);
        Received ofBolt = new Received(new BigDecimal("100.00"), "EUR", "BOLT", "7707083893", List.of("rent"));
        assertThat(Matching.match(ofBolt, BOOKS).candidates())
                .as("the account counts more")
                .containsExactly("C-2");
    }

    @Test
    void readsACreditorReferenceWithRightCheckDigitsOnly() {
        assertThat(InvoiceNumbers.in(List.of("RF98INV2026000123"))).containsExactly("INV-2026-000123");
        assertThat(InvoiceNumbers.in(List.of("rf98 inv2 0260 0012 3"))).containsExactly("INV-2026-000123");
        assertThat(InvoiceNumbers.in(List.of("RF98INV2026000132"))).isEmpty();
    }

    @Test
    void settlesAnInvoiceOnlyOnce() {
        Received money = new Received(new BigDecimal("100.00"), "EUR", null, null, List.of("INV-2026-000001"));
        Books after = BOOKS.after(Matching.match(money, BOOKS));
        assertThat(Matching.match(money, after).rule()).isEqualTo(Rule.DUPLICATE);
        assertThat(Matching.match(money, after).named()).containsExactly("INV-2026-000001");

        Received part = new Received(new BigDecimal("60.00"), "EUR", null, null, List.of("INV-2026-000001"));
        Books afterPart = BOOKS.after(Matching.match(part, BOOKS));
        assertThat(Matching.match(part, afterPart).rule()).isEqualTo(Rule.OVER);
        assertThat(Matching.match(part, afterPart).rest()).isEqualByComparingTo("20.00");
    }

    @Test
    void takesBackWhatWasWrittenOffOnlyOnce() {
        Received part = new Received(new BigDecimal("40.00"), "EUR", null, null, List.of("INV-2026-000020"));
        Books after = BOOKS.after(Matching.match(part, BOOKS));
        assertThat(Matching.match(part, after).rest()).isEqualByComparingTo("20.00");
        Books later = after.after(Matching.match(part, after));
        assertThat(Matching.match(part, later).rule()).isEqualTo(Rule.DUPLICATE);
    }

    @Test
    void paysWhatIsAskedForBeforeAnOlderInvoiceThatWasWrittenOff() {
        Books books = new Books(
                List.of(open("INV-2026-000031", "C-9", "100.00", "EUR", "2026-06-01")),
                List.of(open("INV-2026-000030", "C-9", "50.00", "EUR", "2026-01-01")),
                Map.of("INV-2026-000030", "C-9"),
                Map.of(),
                Map.of(),
                Map.of());
        Received money = new Received(
                new BigDecimal("120.00"), "EUR", null, null, List.of("INV-2026-000030 and INV-2026-000031"));
        assertThat(Matching.match(money, books).shares())
                .containsExactly(
                        new Match.Share("INV-2026-000031", new BigDecimal("100.00")),
                        new Match.Share("INV-2026-000030", new BigDecimal("20.00")));
    }

    @Test
    void takesOnlyMoneyThatCameIn() {
        assertThatThrownBy(() -> new Received(BigDecimal.ZERO, "EUR", null, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OpenInvoice open(String number, String company, String amount, String currency, String due) {
        return new OpenInvoice(number, company, new BigDecimal(amount), currency, LocalDate.parse(due));
    }
}
