package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.payments.statement.Entry;
import salesconveyor.payments.statement.Statement;
import salesconveyor.payments.statement.StatementFile;

/** The imported files with their statements and entries. */
@Component
@Transactional
class Statements {
    private static final String ENTRY = "select id, amount, currency, booked, end_to_end_id, reference, purpose,"
            + " party_name, party_iban, party_tax_number, returned, return_reason, match_rule, resolution from bank_entry ";

    /** A stored movement: which, and the account at its other end. */
    record Told(long id, @Nullable String partyIban) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Statements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Until the transaction ends nobody else imports or places payments: two could settle the same invoice. */
    void lock() {
        jdbc.sql("select id from one_row for update").query(Integer.class).single();
    }

    void addImport(StatementImport file) {
        jdbc.sql("insert into statement_import (number, file_name, file_hash, imported, imported_by, entries, known,"
                        + " warnings) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.number(),
                        file.fileName(),
                        file.fileHash(),
                        file.imported(),
                        file.importedBy(),
                        file.entries(),
                        file.known(),
                        file.warnings())
                .update();
    }

    /** The statement of a new file with those of its entries that are new. */
    void add(
            StatementImport file,
            StatementFile.Format format,
            int position,
            Statement statement,
            @Nullable String author,
            List<Entry> newEntries) {
        jdbc.sql("insert into statement (file_hash, position_in_file, bank_number, account, currency, opening, closing,"
                        + " first_day, last_day, import_number, format, imported, imported_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.fileHash(),
                        position,
                        cut(statement.id(), 140),
                        statement.account(),
                        statement.closing() == null ? null : statement.closing().currency(),
                        statement.opening() == null ? null : statement.opening().amount(),
                        statement.closing() == null ? null : statement.closing().amount(),
                        statement.firstDay(),
                        statement.lastDay(),
                        file.number(),
                        format.name(),
                        file.imported(),
                        author == null ? "" : author)
                .update();
        long id = jdbc.sql("select id from statement where file_hash = ? and position_in_file = ?")
                .params(file.fileHash(), position)
                .query(Long.class)
                .single();
        newEntries.forEach(entry -> add(id, entry));
    }

    private void add(long statement, Entry entry) {
        jdbc.sql("insert into bank_entry (entry_key, statement, amount, currency, booked, value_date, end_to_end_id,"
                        + " reference, purpose, party_name, party_iban, party_tax_number, payer_order,"
                        + " payer_order_day, returned, return_reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        entry.key(),
                        statement,
                        entry.amount(),
                        entry.currency(),
                        entry.booked(),
                        entry.value(),
                        cut(entry.endToEndId(), 140),
                        cut(entry.reference(), 140),
                        entry.text(),
                        cut(entry.partyName(), 400),
                        cut(entry.partyIban(), 40),
                        cut(entry.partyTaxNumber(), 40),
                        entry.order() == null ? null : cut(entry.order().number(), 40),
                        entry.order() == null ? null : entry.order().day(),
                        entry.returned(),
                        cut(entry.returnReason(), 400))
                .update();
    }

    /** The days and balances of the stored statements of an account that ended on this day or later. */
    List<Period> periods(String account, LocalDate since) {
        return jdbc.sql("select first_day, last_day, opening, closing, currency from statement"
                        + " where account = ? and last_day >= ? and format <> 'NOTICE'")
                .params(account, since)
                .query(Period.class)
                .list();
    }

    boolean isKnown(String entryKey) {
        return jdbc.sql("select count(*) from bank_entry where entry_key = ?")
                        .param(entryKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The movements of this day and amount that came in files of another format. */
    List<Told> inOtherFormats(StatementFile.Format format, String account, Entry entry) {
        return jdbc.sql(
                        "select e.id, e.party_iban as partyIban from bank_entry e join statement s on s.id = e.statement"
                                + " where s.account = ? and s.format <> ? and e.booked = ? and e.amount = ? and e.currency = ?"
                                + " order by e.id")
                .params(account, format.name(), entry.booked(), entry.amount(), entry.currency())
                .query(Told.class)
                .list();
    }

    /** The number under which the very same file came first. */
    Optional<String> importOf(String fileHash) {
        return jdbc.sql("select min(number) from statement_import where file_hash = ?")
                .param(fileHash)
                .query(String.class)
                .optional();
    }

    /** The newest imports, for the start form. */
    List<StatementImport> newest(int most) {
        return jdbc.sql("select number, file_name, file_hash, imported, imported_by, entries, known, warnings"
                        + " from statement_import order by number desc limit ?")
                .param(most)
                .query(StatementImport.class)
                .list();
    }

    BankEntry entry(long id) {
        return jdbc.sql(ENTRY + "where id = ?")
                .param(id)
                .query(BankEntry.class)
                .optional()
                .orElseThrow(() -> new java.util.NoSuchElementException("No bank entry " + id));
    }

    /** The entries of an import that no rule has been asked about. */
    List<BankEntry> unmatched(String importNumber) {
        return jdbc.sql(ENTRY + "where match_rule is null and resolution is null and statement in"
                        + " (select id from statement where import_number = ?) order by id")
                .param(importNumber)
                .query(BankEntry.class)
                .list();
    }

    /** The entries of an import that wait for a person, in their order. */
    List<Long> unresolved(String importNumber) {
        return jdbc.sql(
                        "select id from bank_entry where match_rule in ('DUPLICATE', 'UNMATCHED') and resolution is null"
                                + " and statement in (select id from statement where import_number = ?) order by id")
                .param(importNumber)
                .query(Long.class)
                .list();
    }

    int count(String importNumber, String condition) {
        return jdbc.sql("select count(*) from bank_entry where " + condition
                        + " and statement in (select id from statement where import_number = ?)")
                .param(importNumber)
                .query(Integer.class)
                .single();
    }

    /** @param likely whom no more than amount or name speak for */
    void matched(long entry, String rule, Set<String> candidates, Set<String> likely) {
        jdbc.sql("update bank_entry set match_rule = ? where id = ?")
                .params(rule, entry)
                .update();
        candidates.forEach(company -> addCandidate(entry, company, false));
        likely.stream()
                .filter(company -> !candidates.contains(company))
                .forEach(company -> addCandidate(entry, company, true));
    }

    private void addCandidate(long entry, String company, boolean likely) {
        jdbc.sql("insert into entry_candidate (bank_entry, company_number, likely) values (?, ?, ?)")
                .params(entry, company, likely)
                .update();
    }

    void resolved(long entry, String resolution, @Nullable String author) {
        jdbc.sql("update bank_entry set resolution = ?, resolved = ?, resolved_by = ? where id = ?")
                .params(resolution, OffsetDateTime.now(clock), author, entry)
                .update();
    }

    /** Whom account, tax number or a named invoice speak for. */
    List<String> candidates(long entry) {
        return jdbc.sql("select company_number from entry_candidate where bank_entry = ? and likely = false"
                        + " order by company_number")
                .param(entry)
                .query(String.class)
                .list();
    }

    static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
