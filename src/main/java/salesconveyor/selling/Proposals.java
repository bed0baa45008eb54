package salesconveyor.selling;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Proposals and their versions. Every change is a new version, so that an approval never covers what came later. */
@Component
@Transactional
public class Proposals {
    /** The newest version of a proposal, by its opportunity. */
    record Version(
            long id,
            int version,
            @Nullable String remarks,
            @Nullable String approvedBy,
            @Nullable String paper) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(
            String opportunity,
            String company,
            List<ProposalLine> lines,
            @Nullable String remarks,
            @Nullable String author) {
        int version = newest(opportunity).map(Version::version).orElse(0) + 1;
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, remarks, author, written)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(opportunity, company, version, remarks, author, OffsetDateTime.now(clock))
                .update();
        long id = newest(opportunity).orElseThrow().id();
        for (ProposalLine line : lines) {
            jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                            + " discount_percent, net) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id,
                            line.line(),
                            line.sku(),
                            line.name(),
                            line.unit(),
                            line.quantity(),
                            line.price(),
                            line.cost(),
                            line.vatRate(),
                            line.discountPercent(),
                            line.net())
                    .update();
        }
    }

    Optional<Version> newest(String opportunity) {
        return jdbc.sql("select id, version, remarks, approved_by, paper from proposal where opportunity_number = ?"
                        + " order by version desc limit 1")
                .param(opportunity)
                .query(Version.class)
                .optional();
    }

    /** The newest version that was sent to the client: what a deal is about. */
    Optional<Version> sent(String opportunity) {
        return jdbc.sql("select id, version, remarks, approved_by, paper from proposal where opportunity_number = ?"
                        + " and sent is not null order by version desc limit 1")
                .param(opportunity)
                .query(Version.class)
                .optional();
    }

    String company(String opportunity) {
        return jdbc.sql(
                        "select company_number from proposal where opportunity_number = ? order by version desc limit 1")
                .param(opportunity)
                .query(String.class)
                .single();
    }

    /** The lines of the newest version. */
    public List<ProposalLine> lines(String opportunity) {
        return newest(opportunity).map(version -> linesOf(version.id())).orElse(List.of());
    }

    List<ProposalLine> linesOf(long proposal) {
        return jdbc.sql("select line, sku, name, unit, quantity, price, cost, vat_rate, discount_percent, net"
                        + " from proposal_line where proposal = ? order by line")
                .param(proposal)
                .query(ProposalLine.class)
                .list();
    }

    void approve(String opportunity, @Nullable String head) {
        jdbc.sql("update proposal set approved_by = ? where id = ?")
                .params(head, newest(opportunity).orElseThrow().id())
                .update();
    }

    void reject(String opportunity, @Nullable String head, @Nullable String reason) {
        jdbc.sql("update proposal set rejected_by = ?, reject_reason = ? where id = ?")
                .params(head, reason, newest(opportunity).orElseThrow().id())
                .update();
    }

    /** Keeps the paper of a version as it was sent; the first one stays. */
    void keepPaper(long proposal, String paper) {
        jdbc.sql("update proposal set paper = ? where id = ? and paper is null")
                .params(paper, proposal)
                .update();
    }

    void markSent(long proposal) {
        jdbc.sql("update proposal set sent = ? where id = ? and sent is null")
                .params(OffsetDateTime.now(clock), proposal)
                .update();
    }
}
