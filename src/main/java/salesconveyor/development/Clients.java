package salesconveyor.development;

import static salesconveyor.development.Client.State.ACTIVE;
import static salesconveyor.development.Client.State.CONTACT_FORBIDDEN;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The clients of stage 4 and the orders that were handed over. */
@Component
@Transactional
class Clients {
    /** What a served order means for the client's case. */
    enum Taken {
        START,
        TELL,
        NOTHING
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Clients(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes that an order was served. The client's row stays locked until the end, so that its case either hears of
     * the order or reads it; two first orders at the same moment meet at the key, and the later one tries again.
     */
    Taken take(String company, String order, @Nullable String manager) {
        boolean first = jdbc.sql("insert into client (company_number, state, since, manager)"
                                + " select ?, ?, ?, ? from one_row"
                                + " where not exists (select 1 from client where company_number = ?)")
                        .params(company, ACTIVE.name(), now(), manager, company)
                        .update()
                == 1;
        lock(company);
        if (!add(company, order)) {
            return Taken.NOTHING;
        }
        jdbc.sql("update client set manager = ? where company_number = ?")
                .params(manager, company)
                .update();
        Client.State state = get(company).state();
        if (state == CONTACT_FORBIDDEN) {
            return Taken.NOTHING;
        }
        state(company, ACTIVE);
        return first || state != ACTIVE ? Taken.START : Taken.TELL;
    }

    /** Nobody else reads or hands over this client until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String company) {
        jdbc.sql("update client set state = state where company_number = ?")
                .param(company)
                .update();
    }

    private boolean add(String company, String order) {
        return jdbc.sql("insert into client_order (order_number, company_number, served) select ?, ?, ? from one_row"
                                + " where not exists (select 1 from client_order where order_number = ?)")
                        .params(order, company, now(), order)
                        .update()
                == 1;
    }

    Client get(String company) {
        return find(company).orElseThrow();
    }

    Optional<Client> find(String company) {
        return jdbc.sql("select company_number, state, since, account_manager, manager from client"
                        + " where company_number = ?")
                .param(company)
                .query(Client.class)
                .optional();
    }

    void state(String company, Client.State state) {
        jdbc.sql("update client set state = ? where company_number = ?")
                .params(state.name(), company)
                .update();
    }

    /** The first account manager who works with a client owns it. */
    void own(String company, @Nullable String accountManager) {
        jdbc.sql("update client set account_manager = ? where company_number = ? and account_manager is null")
                .params(accountManager, company)
                .update();
    }

    /** @return the numbers of the clients that have another owner now */
    Set<String> passOn(String from, @Nullable String toAccountManager, @Nullable String toManager) {
        Set<String> numbers = new TreeSet<>(
                jdbc.sql("select company_number from client where account_manager = :from or manager = :from")
                        .param("from", from)
                        .query(String.class)
                        .list());
        jdbc.sql("update client set account_manager = ? where account_manager = ?")
                .params(toAccountManager, from)
                .update();
        jdbc.sql("update client set manager = ? where manager = ?")
                .params(toManager, from)
                .update();
        return numbers;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
