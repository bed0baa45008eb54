package salesconveyor.billing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Numbering;

/** Numbers without gaps or doubles: two people who issue at once, steps that crash in the middle, New Year. */
@ConveyorTest
class IssuingTest {
    private static final int INVOICES = 1000;

    @Autowired
    Invoicing invoicing;

    @Autowired
    Invoices invoices;

    @Autowired
    Sellers sellers;

    @Autowired
    Ordering ordering;

    @Autowired
    Crediting crediting;

    @Autowired
    Numbering numbering;

    @Autowired
    Companies companies;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    private final Set<String> crashed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger step = new AtomicInteger();
    private Orders orders;

    @BeforeEach
    void orders() {
        orders = new Orders(jdbc, companies);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void twoWhoIssueAThousandInvoicesAtOnceLeaveNoGapAndNoDoubleThoughStepsCrash() throws Exception {
        Queue<String> toBill = new ConcurrentLinkedQueue<>();
        List<String> placed = IntStream.range(0, INVOICES)
                .mapToObj(n -> orders.place("Issued at once"))
                .toList();
        toBill.addAll(placed);
        int before = last();
        var together = new CyclicBarrier(2);
        Callable<Integer> issuer = () -> {
            together.await();
            int issued = 0;
            for (String order = toBill.poll(); order != null; order = toBill.poll()) {
                if (issue(order)) {
                    issued++;
                } else {
                    toBill.add(order); // as the engine does: the step is repeated
                }
            }
            return issued;
        };
        var pool = Executors.newFixedThreadPool(2);
        int[] issued = new int[2];
        try {
            var answers = pool.invokeAll(List.of(issuer, issuer));
            issued[0] = answers.get(0).get();
            issued[1] = answers.get(1).get();
        } finally {
            pool.shutdown();
        }
        assertThat(issued[0] + issued[1]).isEqualTo(INVOICES);
        assertThat(issued).as("both issued").doesNotContain(0);
        assertThat(crashed).as("steps that crashed").hasSizeGreaterThan(INVOICES / 10);
        List<Integer> numbers = placed.stream()
                .map(order -> invoices.ofOrder(order).stream()
                        .map(Invoice::number)
                        .reduce((first, second) -> first + " and " + second)
                        .orElseThrow())
                .map(number -> Integer.valueOf(number.substring("INV-2026-".length())))
                .sorted()
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(before + 1, before + INVOICES)
                        .boxed()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(InvoiceKind.class)
    void eachSeriesBeginsAnewWithTheYearOfItsPapers(InvoiceKind kind) {
        int year = 2041 + 2 * kind.ordinal();
        at(year + "-12-31T22:59:58Z"); // in Berlin it is still the old year
        List<String> old = List.of(paper(kind), paper(kind));
        at(year + "-12-31T23:00:01Z");
        List<String> fresh = List.of(paper(kind), paper(kind));
        assertThat(Stream.of(old, fresh).flatMap(List::stream))
                .containsExactly(
                        kind.series() + "-" + year + "-000001",
                        kind.series() + "-" + year + "-000002",
                        kind.series() + "-" + (year + 1) + "-000001",
                        kind.series() + "-" + (year + 1) + "-000002");
        assertThat(invoices.get(old.get(1)).issued()).isEqualTo(year + "-12-31");
        assertThat(invoices.get(fresh.get(0)).issued()).isEqualTo((year + 1) + "-01-01");
    }

    @Test
    void aPaperThatIsBegunBeforeMidnightBearsOneYearInItsDateAndItsNumber() {
        var before = Clock.fixed(Instant.parse("2051-12-31T22:59:59Z"), ZoneId.of("Europe/Berlin"));
        var slow = new Invoicing(
                invoices, sellers, ordering, new Crediting(invoices, numbering, before), numbering, before);
        at("2051-12-31T23:00:00Z"); // what the rest of the application says by now
        transaction.executeWithoutResult(t -> {
            String number = slow.issueInvoice(orders.place("Midnight"), 14);
            assertThat(invoices.get(number).issued()).isEqualTo("2051-12-31");
            assertThat(number).startsWith("INV-2051-");
            assertThat(slow.credit(number, "Midnight")).startsWith("CN-2051-");
        });
    }

    private String paper(InvoiceKind kind) {
        String order = orders.place("New Year");
        return switch (kind) {
            case INVOICE -> invoicing.issueInvoice(order, 14);
            case PROFORMA -> invoicing.issueProforma(order, 14);
            case CREDIT_NOTE -> invoicing.credit(invoicing.issueInvoice(order, 14), "New Year");
        };
    }

    /** Each fifth step crashes after the invoice is written: half of them lose the connection to the database. */
    private boolean issue(String order) {
        int number = step.incrementAndGet();
        boolean crashes = number % 5 == 0 && crashed.add(order);
        try {
            transaction.executeWithoutResult(t -> {
                invoicing.issueInvoice(order, 14);
                if (crashes && number % 2 == 0) {
                    cut();
                }
                if (crashes) {
                    throw new IllegalStateException("crash");
                }
            });
            return true;
        } catch (RuntimeException e) {
            if (!crashes) {
                throw e;
            }
            return false;
        }
    }

    private void cut() {
        try {
            DataSourceUtils.getConnection(database).unwrap(Connection.class).abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int last() {
        return jdbc.sql("select coalesce(max(last_number), 0) from number_counter where series = 'INV-2026'")
                .query(Integer.class)
                .single();
    }

    private static void at(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }
}
