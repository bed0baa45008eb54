package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was marked as returned before amounts were kept is taken over as the amount that it was. */
class PartReturnMigrationTest {
    @Test
    void theWholeStaysWholeAndAPartThatAPersonAssignedIsThatPart() {
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:part-return;DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
        migrate(database, "190");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("insert into statement (file_hash, position_in_file, bank_number, account, imported, imported_by)"
                        + " values ('h', 1, '1', 'DE02', current_timestamp, '')")
                .update();
        payment(jdbc, "WHOLE", "150", "100", "-150", "-100");
        payment(jdbc, "PART", "150", "100", "-100", "-100");
        payment(jdbc, "CREDIT", "150", null, "-150", null);
        payment(jdbc, "SEVERAL", "100", "100", "-250", "-100");
        payment(jdbc, "KEPT", "150", "100", null, null);
        migrate(database, "191");
        assertThat(jdbc.sql("select p.number || ' ' || b.kept || ' ' || b.free from payment p"
                                + " join payment_balance b on b.payment = p.id order by p.id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "WHOLE 0.00 0.00",
                        "PART 50.00 50.00",
                        "CREDIT 0.00 0.00",
                        "SEVERAL 0.00 0.00",
                        "KEPT 150.00 50.00");
    }

    private static void migrate(JdbcDataSource database, String version) {
        Flyway.configure()
                .dataSource(database)
                .outOfOrder(true)
                .target(version)
                .load()
                .migrate();
    }

    private static void payment(JdbcClient jdbc, String number, String paid, String placed, String back, String taken) {
        Long in = entry(jdbc, number + "-IN", paid);
        Long out = back == null ? null : entry(jdbc, number + "-OUT", back);
        jdbc.sql("insert into payment (number, bank_entry, amount, currency, paid, returned)"
                        + " values (?, ?, ?, 'EUR', date '2026-03-02', ?)")
                .params(number, in, new BigDecimal(paid), out)
                .update();
        allocate(jdbc, number, placed, "EXACT");
        allocate(jdbc, number, taken, "RETURNED");
    }

    private static void allocate(JdbcClient jdbc, String number, String amount, String rule) {
        if (amount != null) {
            jdbc.sql("insert into allocation (payment, invoice_number, amount, match_rule, allocated)"
                            + " select id, 'INV-1', ?, ?, current_timestamp from payment where number = ?")
                    .params(new BigDecimal(amount), rule, number)
                    .update();
        }
    }

    private static Long entry(JdbcClient jdbc, String key, String amount) {
        jdbc.sql(
                        "insert into bank_entry (entry_key, statement, amount, currency, booked, value_date, purpose, returned)"
                                + " select ?, id, ?, 'EUR', date '2026-03-02', date '2026-03-02', '', false from statement")
                .params(key, new BigDecimal(amount))
                .update();
        return jdbc.sql("select id from bank_entry where entry_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
