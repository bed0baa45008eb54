package salesconveyor.payments;

import java.time.Clock;
import java.time.LocalDate;
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
        LocalDate expected = workingTime.workdayBefore(LocalDate.now(clock));
        boolean told = sellers.find()
                .flatMap(seller -> statements.lastDay(new OwnAccount(seller.iban()).iban()))
                .filter(day -> !day.isBefore(expected))
                .isPresent();
        return !told || statements.mayHavePaid(company);
    }
}
