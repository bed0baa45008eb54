package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Sellers;
import salesconveyor.people.WorkingTime;

/** Whether we know by now what the bank knows. */
@Component
@Transactional
class Bank {
    /** An import that was given up before its entries were placed holds nobody back for longer. */
    private static final int DAYS_OF_PLACING = 14;

    private final Sellers sellers;
    private final WorkingTime workingTime;
    private final JdbcClient jdbc;
    private final Clock clock;

    Bank(Sellers sellers, WorkingTime workingTime, JdbcClient jdbc, Clock clock) {
        this.sellers = sellers;
        this.workingTime = workingTime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Whether this client may have paid without our knowing: no statement tells of the last working day yet, or an entry
     * that may be his waits for an accountant.
     */
    boolean isUnclear(String company) {
        return !isTold() || mayHavePaid(company);
    }

    /**
     * Whether all that came in up to the last working day is placed or waits for an accountant. Only a statement that
     * was taken after that day tells of it: the bank lets one ask for a day that is not over, and for days to come.
     */
    boolean isTold() {
        LocalDate expected = workingTime.workdayBefore(LocalDate.now(clock));
        OffsetDateTime over = expected.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime();
        return sellers.find()
                .map(seller -> new OwnAccount(seller.iban()).iban())
                .filter(account -> tells(account, expected, over) && !isBeingPlaced(account, over))
                .isPresent();
    }

    private boolean tells(String account, LocalDate day, OffsetDateTime over) {
        return found(
                "select count(*) from statement where account = ? and last_day >= ? and imported >= ?",
                account,
                day,
                over);
    }

    /** Whether the rules are still to be asked about an entry. */
    private boolean isBeingPlaced(String account, OffsetDateTime over) {
        return found(
                "select count(*) from statement s join bank_entry e on e.statement = s.id where s.account = ?"
                        + " and s.imported >= ? and e.match_rule is null and e.resolution is null",
                account,
                over.minusDays(DAYS_OF_PLACING));
    }

    private boolean mayHavePaid(String company) {
        return found(
                "select count(*) from entry_candidate c join bank_entry e on e.id = c.bank_entry"
                        + " where c.company_number = ? and e.resolution is null",
                company);
    }

    private boolean found(String count, Object... parameters) {
        return jdbc.sql(count).params(parameters).query(Integer.class).single() > 0;
    }
}
