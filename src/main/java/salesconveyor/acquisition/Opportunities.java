package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Numbering;

/** The opportunities and the calls made for them. */
@Component
@Transactional
public class Opportunities {
    /** One call: who, what came of it, and the answers when there were any. */
    public record Call(
            @Nullable String caller,
            String outcome,
            @Nullable BigDecimal monthlyVolume,
            @Nullable String interest,
            @Nullable Boolean decisionMakerKnown,
            @Nullable String notes) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Numbering numbering;

    Opportunities(JdbcClient jdbc, Clock clock, Numbering numbering) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.numbering = numbering;
    }

    /** @return the number of the new opportunity, like {@code L-2026-000123} */
    public String add(String company, String channel) {
        String number = numbering.ofYear("L");
        jdbc.sql("insert into opportunity (number, company_number, channel, found) values (?, ?, ?, ?)")
                .params(number, company, channel, OffsetDateTime.now(clock))
                .update();
        return number;
    }

    /** Whether another opportunity of the company is still in stage 1. */
    boolean otherRuns(String number, String company) {
        return jdbc.sql(
                                "select count(*) from opportunity where company_number = ? and number < ? and lead_result is null")
                        .params(company, number)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void called(String number, Call call) {
        jdbc.sql("insert into call_attempt (opportunity_number, caller, called, outcome, monthly_volume, interest,"
                        + " decision_maker_known, notes) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        number,
                        call.caller(),
                        OffsetDateTime.now(clock),
                        call.outcome(),
                        call.monthlyVolume(),
                        call.interest(),
                        call.decisionMakerKnown(),
                        call.notes())
                .update();
    }

    List<Call> calls(String number) {
        return jdbc.sql(
                        "select caller, outcome, monthly_volume, interest, decision_maker_known, notes from call_attempt"
                                + " where opportunity_number = ? order by id")
                .param(number)
                .query(Call.class)
                .list();
    }

    void sieved(String number, boolean sampled) {
        jdbc.sql(
                        "insert into lead_judgement (opportunity_number, sieve_result, sampled, decided) values (?, 'DROP', ?, ?)")
                .params(number, sampled, OffsetDateTime.now(clock))
                .update();
    }

    void judged(String number, boolean worthIt, @Nullable String manager) {
        jdbc.sql(
                        "update lead_judgement set worth_it = ?, judged_by = ? where opportunity_number = ? and worth_it is null")
                .params(worthIt, manager, number)
                .update();
    }

    void owned(String number, @Nullable String manager) {
        jdbc.sql("update opportunity set owner = ? where number = ?")
                .params(manager, number)
                .update();
    }

    void ended(String number, LeadResult result) {
        jdbc.sql("update opportunity set lead_result = ? where number = ?")
                .params(result.name(), number)
                .update();
    }

    /** How stage 1 ended for it; empty while it runs. */
    public Optional<LeadResult> result(String number) {
        return jdbc.sql("select lead_result from opportunity where number = ? and lead_result is not null")
                .param(number)
                .query(String.class)
                .optional()
                .map(LeadResult::valueOf);
    }
}
