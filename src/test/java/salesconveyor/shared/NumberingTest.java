package salesconveyor.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;

@ConveyorTest
class NumberingTest {
    @Autowired
    Numbering numbering;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void whoeverWantsTheFirstNumberOfASeriesAtOnceGetsOneEach() throws Exception {
        int people = 6;
        String series = "T-" + UUID.randomUUID().toString().substring(0, 8);
        var together = new CyclicBarrier(people);
        var pool = Executors.newFixedThreadPool(people);
        try {
            List<Callable<String>> all = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                all.add(() -> {
                    together.await();
                    return transaction.execute(t -> numbering.next(series));
                });
            }
            List<String> numbers = new ArrayList<>();
            for (var answer : pool.invokeAll(all)) {
                numbers.add(answer.get());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrder(
                            series + "-000001",
                            series + "-000002",
                            series + "-000003",
                            series + "-000004",
                            series + "-000005",
                            series + "-000006");
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aStepThatFailsTakesItsNumberBack() {
        String series = "T-" + UUID.randomUUID().toString().substring(0, 8);
        transaction.executeWithoutResult(t -> {
            numbering.next(series);
            t.setRollbackOnly();
        });
        assertThat(transaction.<String>execute(t -> numbering.next(series))).isEqualTo(series + "-000001");
    }
}
