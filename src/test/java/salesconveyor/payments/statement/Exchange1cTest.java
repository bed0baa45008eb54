package salesconveyor.payments.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import salesconveyor.engine.Refused;

class Exchange1cTest {
    private static final String OWN = "40702810000000000001";
    private static final String IN = """
            СекцияДокумент=Платежное поручение
            Номер=12
            Дата=19.11.2026
            Сумма=25000.00
            ПлательщикСчет=40702810000000000777
            ПлательщикИНН=7707083893
            Плательщик1=ООО "Вектор"
            ПолучательСчет=40702810000000000001
            ДатаПоступило=20.11.2026
            Получатель1=ООО Наша
            НазначениеПлатежа=Оплата по счёту INV-2026-000305
            КонецДокумента
            """;
    private static final String OUT = """
            СекцияДокумент=Платежное поручение
            Номер=13
            Дата=20.11.2026
            Сумма=5000
            ПлательщикСчет=40702810000000000001
            ДатаСписано=20.11.2026
            ПолучательСчет=40702810000000000999
            Получатель1=ООО Ромашка
            НазначениеПлатежа1=Аренда
            НазначениеПлатежа2=за ноябрь
            КонецДокумента
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "IBM866"})
    void readsWhoPaidWhatForWhatWhateverTheHeaderSaysOfTheEncoding(String charset) {
        Statement statement =
                read(file("100000.00", "120000.00", IN + OUT), charset).get(0);
        assertThat(statement.account()).isEqualTo(OWN);
        assertThat(statement.warnings()).isEmpty();
        assertThat(statement.firstDay()).isEqualTo("2026-11-19");
        assertThat(statement.lastDay()).isEqualTo("2026-11-20");
        Entry paid = statement.entries().get(0);
        assertThat(paid.amount()).isEqualByComparingTo("25000.00");
        assertThat(paid.currency()).isEqualTo("RUB");
        assertThat(paid.booked()).isEqualTo("2026-11-20");
        assertThat(paid.partyName()).isEqualTo("ООО \"Вектор\"");
        assertThat(paid.partyTaxNumber()).isEqualTo("7707083893");
        assertThat(paid.partyIban()).isEqualTo("40702810000000000777");
        assertThat(paid.order()).isEqualTo(new Entry.Order("12", LocalDate.of(2026, 11, 19)));
        assertThat(paid.text()).isEqualTo("Оплата по счёту INV-2026-000305");
        Entry spent = statement.entries().get(1);
        assertThat(spent.amount()).isEqualByComparingTo("-5000");
        assertThat(spent.text()).isEqualTo("Аренда за ноябрь");
        assertThat(spent.partyName()).isEqualTo("ООО Ромашка");
    }

    @Test
    void aPaymentOrderThatTheBankHasNotBookedMovesNothing() {
        String order = IN.replace("ДатаПоступило=20.11.2026\n", "");
        assertThat(read(file("1.00", "1.00", order), "UTF-8").get(0).entries()).isEmpty();
    }

    @Test
    void aSectionForEachDayIsOneStatement() {
        String file = """
                1CClientBankExchange
                РасчСчет=40702810000000000001
                СекцияРасчСчет
                ДатаНачала=20.11.2026
                ДатаКонца=20.11.2026
                РасчСчет=40702810000000000001
                НачальныйОстаток=100.00
                КонечныйОстаток=25100.00
                КонецРасчСчет
                СекцияРасчСчет
                ДатаНачала=19.11.2026
                ДатаКонца=19.11.2026
                РасчСчет=40702810000000000001
                НачальныйОстаток=100.00
                КонечныйОстаток=100.00
                КонецРасчСчет
                """ + IN + "КонецФайла\n";
        List<Statement> statements = read(file, "UTF-8");
        assertThat(statements).hasSize(1);
        assertThat(statements.get(0).warnings()).isEmpty();
        assertThat(statements.get(0).id()).isEqualTo("19.11.2026 - 20.11.2026");
    }

    @Test
    void saysWhenBalancesDoNotClose() {
        assertThat(read(file("0.00", "1.00", IN), "UTF-8").get(0).warnings())
                .extracting(Warning::sentence)
                .containsExactly(Balances.NOT_CLOSED);
    }

    @Test
    void anEqualMovementOfAnOverlappingFileHasTheSameName() {
        List<Entry> first = read(file("0.00", "25000.00", IN), "UTF-8").get(0).entries();
        List<Entry> second =
                read(file("0.00", "45000.00", IN + IN + OUT), "UTF-8").get(0).entries();
        assertThat(second)
                .extracting(Entry::key)
                .doesNotHaveDuplicates()
                .contains(first.get(0).key());
    }

    @Test
    void whatBreaksOffIsRefused() {
        String whole = file("0.00", "25000.00", IN);
        assertThatThrownBy(() -> read(whole.replace("КонецФайла", ""), "UTF-8")).hasMessage(Exchange1c.CUT);
        assertThatThrownBy(() -> read("1CClientBankExchange\nПоле=Значение\nКонецФайла\n", "UTF-8"))
                .hasMessage(Exchange1c.NO_ACCOUNT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Сумма=25000.00>Сумма=много", "ДатаПоступило=20.11.2026>ДатаПоступило=31.02.26"})
    void whatCannotBeReadIsRefused(String change) {
        String file = file("0.00", "25000.00", IN).replace(change.split(">")[0], change.split(">")[1]);
        assertThatThrownBy(() -> read(file, "UTF-8")).isInstanceOf(Refused.class);
    }

    private static String file(String opening, String closing, String documents) {
        return """
                1CClientBankExchange
                ВерсияФормата=1.02
                Кодировка=Windows
                РасчСчет=40702810000000000001
                СекцияРасчСчет
                ДатаНачала=19.11.2026
                ДатаКонца=20.11.2026
                РасчСчет=40702810000000000001
                НачальныйОстаток=%s
                КонечныйОстаток=%s
                КонецРасчСчет
                %sКонецФайла
                """.formatted(opening, closing, documents);
    }

    private static List<Statement> read(String file, String charset) {
        return BankFile.read(file.getBytes(Charset.forName(charset))).statements();
    }
}
