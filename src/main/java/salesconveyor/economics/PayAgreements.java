package salesconveyor.economics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;

/** How people are paid, from when to when. */
@Repository
@Transactional
public class PayAgreements {
    /** An agreement and its number in the book. */
    public record Entry(long id, PayAgreement agreement) {}

    private static final String SELECT = "select id, person, basis, amount, currency, returned_takes, valid_from,"
            + " valid_until from pay_agreement ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PayAgreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws Refused when one that pays the same holds on some of the days, or the last day is before the first */
    public void add(PayAgreement agreement, @Nullable String author) {
        if (agreement.validUntil() != null && agreement.validUntil().isBefore(agreement.validFrom())) {
            throw new Refused("The last day is before the first day; please correct one of them.");
        }
        refuseWhenPaidTwice(agreement, all());
        jdbc.sql("insert into pay_agreement (person, basis, amount, currency, returned_takes, valid_from, valid_until,"
                        + " written_by, written) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        agreement.person(),
                        agreement.basis().name(),
                        agreement.amount(),
                        agreement.currency(),
                        agreement.returnedTakes(),
                        agreement.validFrom(),
                        agreement.validUntil(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
    }

    /**
     * It counts for the last time on this day.
     *
     * @return whether there was such an agreement that begins before
     * @throws Refused when until that day another one that pays the same holds
     */
    public boolean end(long id, LocalDate lastDay) {
        List<Entry> all = all();
        List<Entry> others = all.stream().filter(entry -> entry.id() != id).toList();
        all.stream()
                .filter(entry -> entry.id() == id)
                .forEach(entry -> refuseWhenPaidTwice(entry.agreement().until(lastDay), others));
        return jdbc.sql("update pay_agreement set valid_until = ? where id = ? and valid_from <= ?")
                        .params(lastDay, id, lastDay)
                        .update()
                > 0;
    }

    private static void refuseWhenPaidTwice(PayAgreement agreement, List<Entry> others) {
        others.stream()
                .map(Entry::agreement)
                .filter(agreement::meets)
                .findFirst()
                .ifPresent(other -> {
                    throw new Refused(
                            other.basis() == agreement.basis()
                                    ? "{0} has such an agreement from {1} on already; end or delete that one first."
                                    : "{0} is paid by the hour in another way from {1} on already, and no hour is paid twice; end or delete that agreement first.",
                            other.person(),
                            other.validFrom().toString());
                });
    }

    /** @return whether there was such an agreement */
    public boolean delete(long id) {
        return jdbc.sql("delete from pay_agreement where id = ?").param(id).update() > 0;
    }

    @Transactional(readOnly = true)
    public List<Entry> all() {
        return jdbc.sql(SELECT + "order by person, valid_from, basis")
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        new PayAgreement(
                                row.getString("person"),
                                PayAgreement.Basis.valueOf(row.getString("basis")),
                                row.getBigDecimal("amount"),
                                row.getString("currency"),
                                row.getBigDecimal("returned_takes"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class))))
                .list();
    }
}
