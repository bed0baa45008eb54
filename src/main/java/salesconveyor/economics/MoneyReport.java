package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All that the records say about money, for one window of time. */
@Component
@Transactional(readOnly = true)
public class MoneyReport {
    /**
     * @param stages what each stage costs a month
     * @param verdicts the best first
     * @param missing roles whose people did something while their hour had no cost
     */
    public record Report(
            Window window,
            String currency,
            List<Operation> operations,
            List<Stage> stages,
            List<LeadCost> leads,
            SellingHour hour,
            List<Verdict> verdicts,
            List<Missing> missing) {
        /** What to do first: the best of what surely pays, else of what perhaps does, else of all. */
        public Optional<Verdict> first() {
            return verdicts.stream()
                    .filter(verdict -> verdict.kind() == Verdict.Kind.MOVE)
                    .findFirst()
                    .or(() -> verdicts.stream().findFirst());
        }
    }

    /** @param role empty when nobody knows it; {@code before} the day from which its hour has a cost, if it has one now */
    public record Missing(String role, @Nullable LocalDate before) {}

    /** A month of a stage. @param labour touch time; nothing when a rate is missing; {@code overhead} what was entered */
    public record Stage(
            String process, BigDecimal hours, @Nullable BigDecimal labour, BigDecimal overhead) {}

    private final Records records;
    private final CostRates rates;
    private final LeadCosts leads;
    private final SellingHours hours;
    private final Delegating delegating;

    MoneyReport(Records records, CostRates rates, LeadCosts leads, SellingHours hours, Delegating delegating) {
        this.records = records;
        this.rates = rates;
        this.leads = leads;
        this.hours = hours;
        this.delegating = delegating;
    }

    public Report of(Window window) {
        Records.Book book = records.of(window);
        List<Operation> operations = Operations.of(book);
        SellingHour hour = hours.of(book);
        return new Report(
                window,
                book.currency(),
                operations,
                stages(book, operations),
                leads.of(book),
                hour,
                delegating.verdicts(book, hour),
                missing(book));
    }

    /** Those in which somebody did something, and those that cost a month although nobody did. */
    private List<Stage> stages(Records.Book book, List<Operation> operations) {
        var overheads = rates.known(CostRate.Kind.STAGE, book.currency());
        return Stream.concat(
                        operations.stream().map(Operation::process),
                        overheads.rates().stream()
                                .map(CostRate::subject)
                                .filter(stage -> overheads.of(
                                                stage, book.window().until().toLocalDate())
                                        != null))
                .distinct()
                .sorted()
                .map(process -> {
                    List<Operation> own = operations.stream()
                            .filter(one -> one.process().equals(process))
                            .toList();
                    BigDecimal overhead =
                            overheads.of(process, book.window().until().toLocalDate());
                    return new Stage(
                            process,
                            own.stream().map(Operation::hours).reduce(BigDecimal.ZERO, BigDecimal::add),
                            labour(own),
                            overhead == null ? BigDecimal.ZERO : overhead);
                })
                .toList();
    }

    private static @Nullable BigDecimal labour(List<Operation> operations) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Operation operation : operations) {
            if (operation.cost() == null) {
                return null;
            }
            sum = sum.add(operation.cost());
        }
        return sum.setScale(2, RoundingMode.HALF_UP);
    }

    private static List<Missing> missing(Records.Book book) {
        return book.touches().stream()
                .filter(touch -> book.labour().cost(touch) == null)
                .map(touch -> Objects.requireNonNullElse(book.labour().paidAs(touch), ""))
                .distinct()
                .sorted()
                .map(role -> new Missing(role, book.labour().since(role)))
                .toList();
    }
}
