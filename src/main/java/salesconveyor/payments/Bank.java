package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Sellers;
import salesconveyor.people.WorkingTime;

/** Whether we know by now what the bank knows. */
@Component
@Transactional
class Bank {
    private final Statements statements;
    private final Sellers sellers;
    private final WorkingTime workingTime;
    private final Clock clock;

    Bank(Statements statements, Sellers sellers, WorkingTime workingTime, Clock clock) {
        this.statements = statements;
        this.sellers = sellers;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /**
     * Whether this client may have paid without our knowing: no statement tells of the last working day yet, or an entry
     * that may be his waits for an accountant.
     */
    boolean isUnclear(String company) {
        return !isTold() || statements.mayHavePaid(company);
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
                .filter(account -> statements.tell(account, expected, over))
                .isPresent();
    }
}
