package salesconveyor.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.ConveyorTest;

@ConveyorTest
@Transactional
class PaymentTablesTest {
    @Autowired
    private JdbcClient jdbc;

    @Test
    void keepAMovementOnceThoughFilesOverlap() {
        importEntry("hash-1", "key-1");
        assertThatThrownBy(() -> importEntry("hash-2", "key-1")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void keepAFileOnce() {
        importEntry("hash-1", "key-1");
        assertThatThrownBy(() -> importEntry("hash-1", "key-2")).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void takeAReturnedPaymentBackFromItsInvoice() {
        importEntry("hash-1", "key-1");
        insert(
                "insert into payment (number, bank_entry, amount, currency, paid)"
                        + " select 'P-1999-000001', id, 100.00, 'EUR', date '2026-03-02' from bank_entry where entry_key = 'key-1'");
        allocate("100.00");
        allocate("-100.00");
        assertThat(jdbc.sql("select sum(amount) from allocation where invoice_number = 'INV-2026-000001'")
                        .query(java.math.BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0");
        assertThatThrownBy(() -> allocate("0.00")).isInstanceOf(DataIntegrityViolationException.class);
    }

    private void importEntry(String fileHash, String key) {
        insert("insert into statement (file_hash, position_in_file, bank_number, account, imported, imported_by)"
                + " values ('" + fileHash + "', 1, '2026-042', 'DE02', current_timestamp, 'accountant')");
        insert("insert into bank_entry (entry_key, statement, amount, currency, booked, value_date, purpose, returned)"
                + " select '" + key + "', id, 100.00, 'EUR', date '2026-03-02', date '2026-03-02', '', false"
                + " from statement where file_hash = '" + fileHash + "'");
    }

    private void allocate(String amount) {
        insert("insert into allocation (payment, invoice_number, amount, allocated)"
                + " select id, 'INV-2026-000001', " + amount + ", current_timestamp from payment"
                + " where number = 'P-1999-000001'");
    }

    private void insert(String sql) {
        assertThat(jdbc.sql(sql).update()).isEqualTo(1);
    }
}
