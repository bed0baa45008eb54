package salesconveyor.selling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
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
    /**
     * A version of a proposal.
     *
     * @param discountPercent on the whole
     * @param validUntil empty for versions of older releases
     * @param approvedSeal of what was approved; see {@link Seal}
     * @param sentSeal of what the client got
     */
    record Version(
            long id,
            int version,
            BigDecimal discountPercent,
            @Nullable LocalDate validUntil,
            @Nullable String language,
            @Nullable String remarks,
            @Nullable String author,
            OffsetDateTime written,
            @Nullable String approvedBy,
            @Nullable String approvedSeal,
            @Nullable String rejectedBy,
            @Nullable OffsetDateTime sent,
            @Nullable String sentSeal) {}

    private static final String SELECT = "select id, version, discount_percent, valid_until, language, remarks, author,"
            + " written, approved_by, approved_seal, rejected_by, sent, sent_seal from proposal";

    private final JdbcClient jdbc;
    private final Clock clock;

    Proposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(String opportunity, String company, List<ProposalLine> lines, Terms terms, @Nullable String author) {
        int version = newest(opportunity).map(Version::version).orElse(0) + 1;
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, discount_percent, valid_until,"
                        + " language, remarks, author, written) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        opportunity,
                        company,
                        version,
                        terms.discountPercent(),
                        terms.validUntil(),
                        terms.language(),
                        terms.remarks(),
                        author,
                        OffsetDateTime.now(clock))
                .update();
        long id = newest(opportunity).orElseThrow().id();
        for (ProposalLine line : lines) {
            jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                            + " own_discount, discount_percent, net) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
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
                            line.ownDiscount(),
                            line.discountPercent(),
                            line.net())
                    .update();
        }
    }

    Optional<Version> newest(String opportunity) {
        return jdbc.sql(SELECT + " where opportunity_number = ? order by version desc limit 1")
                .param(opportunity)
                .query(Version.class)
                .optional();
    }

    /** The newest version that was sent to the client: what a deal is about. */
    Optional<Version> sent(String opportunity) {
        return jdbc.sql(SELECT + " where opportunity_number = ? and sent is not null order by version desc limit 1")
                .param(opportunity)
                .query(Version.class)
                .optional();
    }

    /** All versions, oldest first. */
    List<Version> all(String opportunity) {
        return jdbc.sql(SELECT + " where opportunity_number = ? order by version")
                .param(opportunity)
                .query(Version.class)
                .list();
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
        return jdbc.sql("select line, sku, name, unit, quantity, price, cost, vat_rate, own_discount,"
                        + " discount_percent, net"
                        + " from proposal_line where proposal = ? order by line")
                .param(proposal)
                .query(ProposalLine.class)
                .list();
    }

    /** @param seal of what the head of sales looked at */
    void approve(long proposal, @Nullable String head, String seal) {
        jdbc.sql("update proposal set approved_by = ?, approved_seal = ? where id = ?")
                .params(head, seal, proposal)
                .update();
    }

    void reject(String opportunity, @Nullable String head, @Nullable String reason) {
        jdbc.sql("update proposal set rejected_by = ?, reject_reason = ?, approved_seal = null where id = ?")
                .params(head, reason, newest(opportunity).orElseThrow().id())
                .update();
    }

    /** The paper of a version as it was sent, in Base64; empty before that, and when it was erased. */
    Optional<String> paper(long proposal) {
        return jdbc.sql("select paper from proposal where id = ? and paper is not null")
                .param(proposal)
                .query(String.class)
                .optional();
    }

    /** Keeps the paper of a version as it was sent; the first one stays. */
    void keepPaper(long proposal, String paper) {
        jdbc.sql("update proposal set paper = ? where id = ? and paper is null")
                .params(paper, proposal)
                .update();
    }

    void markSent(long proposal, String seal) {
        jdbc.sql("update proposal set sent = ?, sent_seal = ? where id = ? and sent is null")
                .params(OffsetDateTime.now(clock), seal, proposal)
                .update();
    }
}
