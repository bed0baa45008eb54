package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;

/** Makes the order of a won deal, and finds the orders of a client. */
@Component
@Transactional
public class Ordering {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;
    private final Proposals proposals;

    Ordering(JdbcClient jdbc, Clock clock, Numbering numbering, Proposals proposals) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
        this.proposals = proposals;
    }

    /** The number of the order of this opportunity, which is made of the newest proposal when it is not there yet. */
    String place(String opportunity, String company) {
        Optional<String> placed = jdbc.sql("select number from purchase_order where opportunity_number = ?")
                .param(opportunity)
                .query(String.class)
                .optional();
        return placed.orElseGet(() -> {
            String number = numbering.ofYear("O");
            jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            number,
                            opportunity,
                            company,
                            proposals.newest(opportunity).orElseThrow().id(),
                            OffsetDateTime.now(clock))
                    .update();
            return number;
        });
    }

    /** The lines of an order. */
    public List<ProposalLine> lines(String order) {
        return proposals.linesOf(jdbc.sql("select proposal from purchase_order where number = ?")
                .param(order)
                .query(Long.class)
                .single());
    }

    /** The newest order of a client. */
    public Optional<String> newest(String company) {
        return jdbc.sql(
                        "select number from purchase_order where company_number = ? order by ordered desc, number desc limit 1")
                .param(company)
                .query(String.class)
                .optional();
    }
}
