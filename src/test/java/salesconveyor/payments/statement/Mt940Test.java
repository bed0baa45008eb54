package salesconveyor.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

class Mt940Test {
    private static final String WHOLE = """
            :20:STARTUMS
            :25:37040044/0532013000EUR
            :28C:00012/001
            :60F:C261119EUR1000,00
            :61:2611201120CR119,00NTRFEREF+//BANK1
            :86:166?00GUTSCHRIFT?100399?20EREF+E2E-7?21SVWZ+Rechnung INV-2026-00?22
            0123 danke?30COBADEFFXXX?31DE02120300000000202051?32Acme GmbH?33 und Co
            :61:2611201120DR20,5NCHGNONREF
            :86:808?00ENTGELT?20Kontofuehrung
            :61:2612310102RC119,NRTINONREF
            :86:109?00RETOURE?20EREF+E2E-7?32Acme GmbH
            :62F:C261120EUR979,50
            -
            """;

    @Test
    void readsWhoPaidWhatForWhat() {
        Statement statement = read(WHOLE).get(0);
        assertThat(statement.id()).isEqualTo("00012/001");
        assertThat(statement.account()).as("without its currency").isEqualTo("37040044/0532013000");
        assertThat(statement.warnings()).isEmpty();
        assertThat(statement.firstDay()).as("the day of the opening balance").isEqualTo("2026-11-19");
        assertThat(statement.lastDay()).isEqualTo("2026-11-20");
        Entry paid = statement.entries().get(0);
        assertThat(paid.amount()).isEqualByComparingTo("119.00");
        assertThat(paid.currency()).isEqualTo("EUR");
        assertThat(paid.booked()).isEqualTo("2026-11-20");
        assertThat(paid.endToEndId()).isEqualTo("E2E-7");
        assertThat(paid.text()).isEqualTo("Rechnung INV-2026-000123 danke");
        assertThat(paid.partyName()).isEqualTo("Acme GmbH und Co");
        assertThat(paid.partyIban()).isEqualTo("DE02120300000000202051");
        assertThat(paid.returned()).isFalse();
    }

    @Test
    void tellsFeesAndReturnsBySign() {
        List<Entry> entries = read(WHOLE).get(0).entries();
        assertThat(entries.get(1).amount()).isEqualByComparingTo("-20.50");
        assertThat(entries.get(1).returned()).isFalse();
        assertThat(entries.get(2).amount()).isEqualByComparingTo("-119.00");
        assertThat(entries.get(2).returned()).isTrue();
        assertThat(entries.get(2).endToEndId()).isEqualTo("E2E-7");
        assertThat(entries.get(2).booked()).as("across the turn of the year").isEqualTo("2027-01-02");
    }

    @ParameterizedTest
    @CsvSource({"C, 10.00", "D, -10.00", "RC, -10.00", "RD, 10.00", "CR, 10.00", "DR, -10.00", "RCR, -10.00"})
    void theMarkGivesTheSign(String mark, String amount) {
        assertThat(entry(":61:261120" + mark + "10,NTRFNONREF").amount()).isEqualByComparingTo(amount);
    }

    @Test
    void theThirtiethOfFebruaryIsItsLastDay() {
        Entry entry = entry(":61:2602300301D6,00N024NONREF");
        assertThat(entry.value()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(entry.booked()).isEqualTo(LocalDate.of(2026, 3, 1));
    }

    @Test
    void readsCodeWordsBetweenStrokesAndPlainWords() {
        Entry coded = entry(
                ":61:261120C25,00N102EREF",
                ":86:/EREF/01-01-2026 12:00 00300/BENM//NAME/Contra B.V./REMI/INV-2026-",
                "000123/ISDT/2026-11-20");
        assertThat(coded.endToEndId()).isEqualTo("01-01-2026 12:00 00300");
        assertThat(coded.partyName()).isEqualTo("Contra B.V.");
        assertThat(coded.text()).isEqualTo("INV-2026-000123");
        Entry plain =
                entry(":61:261120C7,00NTRFNONREF", ":86:FACTUUR 201403110", "REK: NL91ABNA0417164300/NAAM: PICQER");
        assertThat(plain.text()).isEqualTo("FACTUUR 201403110 REK: NL91ABNA0417164300/NAAM: PICQER");
        assertThat(plain.partyIban()).isEqualTo("NL91ABNA0417164300");
    }

    @Test
    void aTimeBrokenOverTheLineIsNoField() {
        Entry entry = entry(":61:261120D6,00N024NONREF", ":86:106?00KARTE?20PL 12-09-2026T16", ":26:37 Nr. 007");
        assertThat(entry.text()).isEqualTo("PL 12-09-2026T16:26:37 Nr. 007");
    }

    @Test
    void readsSeveralStatementsInTheEnvelopeOfTheNetwork() {
        String second = WHOLE.replace("00012/001", "00013/001");
        String file = "{1:F01COBADEFFXXXX0000000000}{2:I940COBADEFFXXXXN}{4:\n" + WHOLE.replace("-\n", "-}\n") + second;
        assertThat(read(file)).extracting(Statement::id).containsExactly("00012/001", "00013/001");
    }

    @Test
    void equalMovementsAreTwoAndAnOverlappingFileNamesThemTheSame() {
        String line = ":61:261120C10,00NTRFNONREF\n:86:same words\n";
        List<Entry> twice = read(statement(line + line)).get(0).entries();
        assertThat(twice).extracting(Entry::key).doesNotHaveDuplicates();
        List<Entry> thrice = read(statement(line + line + line)).get(0).entries();
        assertThat(thrice)
                .extracting(Entry::key)
                .startsWith(twice.get(0).key(), twice.get(1).key());
    }

    @Test
    void readsUmlautsOfOldFiles() {
        byte[] old = WHOLE.replace("danke", "Grüße").getBytes(Charset.forName("windows-1252"));
        assertThat(BankFile.read(old).statements().get(0).entries().get(0).text())
                .contains("Grüße");
    }

    @Test
    void saysWhenBalancesDoNotClose() {
        assertThat(read(WHOLE.replace("979,50", "980,00")).get(0).warnings())
                .extracting(Warning::sentence)
                .containsExactly(Balances.NOT_CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {":61:1811261126CR\n:86:wrapped\n", ":61:2699201120C1,00NTRFNONREF\n", ":61:no entry at all\n"})
    void aDamagedEntryIsRefused(String line) {
        assertThatThrownBy(() -> read(statement(line))).isInstanceOf(Refused.class);
    }

    @Test
    void interimEntriesAreRefused() {
        assertThatThrownBy(() -> read(":20:X\n:25:1234567\n:34F:EURD0,00\n:61:2611201120D1,NMSCNONREF\n"))
                .hasMessage(Mt940.INTERIM);
    }

    private static Entry entry(String... lines) {
        return read(statement(String.join("\n", lines) + "\n")).get(0).entries().get(0);
    }

    private static String statement(String entries) {
        return ":20:X\n:25:37040044/0532013000\n:28C:1\n:60F:C261119EUR0,\n" + entries + ":62F:C261120EUR0,\n-\n";
    }

    private static List<Statement> read(String file) {
        return BankFile.read(file.getBytes(StandardCharsets.UTF_8)).statements();
    }
}
