package salesconveyor.work;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a case is worth to us, so that of two equally urgent tasks the one for more money comes first. */
public interface CaseWorth {
    /**
     * @param caseNumber of an opportunity, or in stage 4 of a client
     * @return in the case's own currency; 0 while nobody knows, never negative
     */
    BigDecimal of(@Nullable String caseNumber);
}
