package salesconveyor.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

class Camt053Test {
    private final String batch = file("v02-batch.xml");
    private final String returned = file("v08-returned.xml");

    @Test
    void readsThePaymentsOfABatchOneByOne() {
        Statement statement = only(batch);
        assertThat(statement.account()).isEqualTo("DE02120300000000202051");
        assertThat(statement.opening()).isEqualTo(new Balance(new BigDecimal("-100.00"), "EUR"));
        assertThat(statement.closing()).isEqualTo(new Balance(new BigDecimal("1230.50"), "EUR"));
        assertThat(statement.warnings()).isEmpty();
        assertThat(statement.entries())
                .extracting(Entry::amount, Entry::endToEndId, Entry::reference, Entry::text, Entry::partyName)
                .containsExactly(
                        tuple(new BigDecimal("1000.00"), "E2E-1", "RF18539007547034", "", "Acme GmbH"),
                        tuple(new BigDecimal("500.00"), null, null, "Invoice INV-2026-000002 thank you", "Bolt & Nut"),
                        tuple(new BigDecimal("-169.50"), null, null, "Account fee", null));
        assertThat(statement.entries().get(0).partyIban()).isEqualTo("DE75512108001245126199");
        assertThat(statement.entries().get(2).value()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void leavesABatchWholeWhenItsPaymentsDoNotAddUp() {
        Statement statement = only(batch.replace(">500.00<", ">499.00<"));
        assertThat(statement.entries())
                .extracting(Entry::amount)
                .containsExactly(new BigDecimal("1500.00"), new BigDecimal("-169.50"));
        assertThat(statement.warnings()).extracting(Warning::sentence).containsExactly(EntryReader.BATCH);
    }

    @Test
    void knowsAReturnedPaymentAndWhosePaymentItWas() {
        Entry entry = only(returned).entries().get(0);
        assertThat(entry.returned()).isTrue();
        assertThat(entry.incoming()).isFalse();
        assertThat(entry.returnReason()).isEqualTo("AM04");
        assertThat(entry.partyName()).isEqualTo("Слабый Плательщик");
        assertThat(entry.booked()).isEqualTo(LocalDate.of(2026, 3, 3));
        assertThat(only(returned).entries().get(1).returned()).isFalse();
    }

    @Test
    void warnsWhenTheBalancesDoNotClose() {
        assertThat(only(returned).warnings())
                .containsExactly(new Warning(Balances.NOT_CLOSED, "1000.00 EUR", "770.00", "900.00 EUR"));
        assertThat(only(returned.replace("CLBD", "CLAV")).warnings())
                .extracting(Warning::sentence)
                .containsExactly(Balances.NO_BALANCES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10"})
    void readsEveryVersionAlike(String version) {
        assertThat(only(batch.replace("053.001.02", "053.001." + version))).isEqualTo(only(batch));
        assertThat(only(returned.replace("053.001.08", "053.001." + version))).isEqualTo(only(returned));
    }

    @Test
    void givesAMovementTheSameKeyInEveryFileAndEqualMovementsDifferentKeys() {
        var first = only(returned).entries();
        var later = only(returned.replace("2026-043", "2026-044").replace("M8", "M9"))
                .entries();
        assertThat(later).isEqualTo(first);
        assertThat(first).extracting(Entry::key).doesNotHaveDuplicates();
        assertThat(only(batch).entries()).extracting(Entry::key).doesNotHaveDuplicates();
        assertThat(only(batch.replace("thank you", "other words")).entries())
                .extracting(Entry::key)
                .isEqualTo(only(batch).entries().stream().map(Entry::key).toList());
        assertThat(BankFile.read(bytes(batch)).hash())
                .hasSize(64)
                .isNotEqualTo(BankFile.read(bytes(batch + "\n")).hash());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \r\n ", "\uFEFF"})
    void refusesAnEmptyFile(String content) {
        refuses(content, BankFile.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "<html><body>Log in</body></html>", "<Document><Stmt/></Document>"})
    void refusesAnotherKindOfFile(String content) {
        refuses(content, BankFile.WRONG_KIND);
    }

    @Test
    void refusesOtherMessagesAndFilesWithoutAStatement() {
        refuses(batch.replace("BkToCstmrStmt", "BkToCstmrDbtCdtNtfctn"), Camt053.OTHER_MESSAGE);
        refuses("<Document><BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>", Camt053.NO_STATEMENT);
        refuses(batch.replace("<IBAN>DE02 1203 0000 0000 2020 51</IBAN>", ""), StatementReader.NO_ACCOUNT);
        refuses(batch.replace("169.50", "169,50"), Facts.BAD_AMOUNT);
        refuses(batch.replace("2026-03-01</Dt></ValDt>", "01.03.2026</Dt></ValDt>"), Facts.BAD_DATE);
    }

    @Test
    void refusesABrokenFileAndSaysWhere() {
        refuses(batch.substring(0, batch.indexOf("Bolt")), Camt053.DAMAGED);
        assertThatThrownBy(() -> only(batch.replace("</GrpHdr>", "")))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat((String) refused.arguments()[0])
                        .matches("\\d+"));
        refuses(batch.replace("Bolt &amp;", "Bolt &bomb;"), Camt053.DAMAGED);
        refuses(batch.replace("<GrpHdr>", "<a>".repeat(100_000)), Camt053.DAMAGED);
        refuses(batch.replace("Acme GmbH", "<a>".repeat(100_000)), Camt053.DAMAGED);
    }

    @Test
    void neverOpensWhatAFileFromOutsidePointsTo() {
        String attack = batch.replace(
                "<Document ", "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><Document ");
        refuses(attack.replace("Acme GmbH", "&x;"), Camt053.DECLARATION);
        refuses(
                batch.replace("<Document ", "<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/d.dtd\"><Document "),
                Camt053.DECLARATION);
    }

    private static void refuses(String content, String sentence) {
        assertThatThrownBy(() -> BankFile.read(bytes(content)))
                .isInstanceOf(Refused.class)
                .hasMessage(sentence);
    }

    private static Statement only(String content) {
        assertThat(BankFile.read(bytes(content)).statements()).hasSize(1);
        return BankFile.read(bytes(content)).statements().get(0);
    }

    private static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    private static String file(String name) {
        try (var file = Camt053Test.class.getResourceAsStream("/statements/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
