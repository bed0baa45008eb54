package salesconveyor.acquisition;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            @Nullable String notes) {
        /** Whether it came to us, and not from a call of ours. */
        public boolean isIncoming() {
            return outcome.equals(Arrival.INCOMING);
        }
    }

    /** An attempt to call, whether somebody was reached or not. */
    record Attempt(String outcome, OffsetDateTime called) {}

    private static final int LONGEST_CAMPAIGN = 200;

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
        return add(company, channel, null);
    }

    /**
     * @param channel a key of {@link Channel}
     * @param campaign what within the channel brought it, such as the name of a trade show, cut to 200 characters
     * @return the number of the new opportunity, like {@code L-2026-000123}
     */
    public String add(String company, String channel, @Nullable String campaign) {
        String number = numbering.ofYear("L");
        jdbc.sql("insert into opportunity (number, company_number, channel, campaign, found) values (?, ?, ?, ?, ?)")
                .params(number, company, channel, cut(campaign), OffsetDateTime.now(clock))
                .update();
        return number;
    }

    private static @Nullable String cut(@Nullable String campaign) {
        String text = campaign == null ? "" : campaign.strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_CAMPAIGN));
    }

    public Optional<Opportunity> find(String number) {
        return jdbc.sql("select number, company_number, channel, campaign, owner from opportunity where number = ?")
                .param(number)
                .query(Opportunity.class)
                .optional();
    }

    /** A client orders again: stage 1 is behind it. @return the number of the new opportunity */
    public String addRepeat(String company, @Nullable String manager) {
        String number = add(company, "REPEAT");
        owned(number, manager);
        ended(number, LeadResult.ACCEPTED);
        return number;
    }

    /** What was said when the opportunity came in. */
    public void note(String number, @Nullable String text) {
        jdbc.sql("update opportunity set note = ? where number = ?")
                .params(text, number)
                .update();
    }

    public Optional<String> note(String number) {
        return jdbc.sql("select note from opportunity where number = ? and note is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** The whole case has ended, in whatever stage. */
    public void close(String number, String outcome) {
        jdbc.sql("update opportunity set outcome = ?, closed = ? where number = ? and outcome is null")
                .params(outcome, OffsetDateTime.now(clock), number)
                .update();
    }

    /** Whether an older opportunity of the company still runs, in whatever stage. */
    boolean otherRuns(String number, String company) {
        return jdbc.sql("select count(*) from opportunity where company_number = ? and number < ? and outcome is null"
                                + " and (lead_result is null or lead_result = 'ACCEPTED')")
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

    /** A call by a script. */
    void called(String number, Call call, Asked asked) {
        called(number, call);
        jdbc.sql("update call_attempt set script = ?, script_version = ?, answers = ? where id ="
                        + " (select max(id) from call_attempt where opportunity_number = ?)")
                .params(asked.script(), asked.scriptVersion(), asked.answers(), number)
                .update();
    }

    /** The attempts of this opportunity, the newest first; what else is noted with the calls is none. */
    List<Attempt> attempts(String number) {
        return jdbc.sql("select outcome, called from call_attempt where opportunity_number = ?"
                        + " and outcome not in ('RESEARCH', 'RETURN', 'KEPT', 'GIVEN_UP', 'INCOMING') order by id desc")
                .param(number)
                .query(Attempt.class)
                .list();
    }

    /** How the newest answers of this opportunity were asked for. */
    public Optional<Asked> asked(String number) {
        return jdbc.sql("select caller, script, script_version, answers from call_attempt"
                        + " where opportunity_number = ? and outcome = 'ANSWERED' order by id desc limit 1")
                .param(number)
                .query(Asked.class)
                .optional();
    }

    /** How often a call of this opportunity had this outcome: loops are bounded by it. */
    int count(String number, String outcome) {
        return jdbc.sql("select count(*) from call_attempt where opportunity_number = ? and outcome = ?")
                .params(number, outcome)
                .query(Integer.class)
                .single();
    }

    /** The calls of this opportunity with their answers, oldest first. */
    public List<Call> calls(String number) {
        return jdbc.sql(
                        "select caller, outcome, monthly_volume, interest, decision_maker_known, notes from call_attempt"
                                + " where opportunity_number = ? order by id")
                .param(number)
                .query(Call.class)
                .list();
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

    /** The case of the company that runs, in whatever stage. */
    Optional<String> running(String company) {
        return jdbc.sql("select number from opportunity where company_number = ? and outcome is null"
                        + " and (lead_result is null or lead_result = 'ACCEPTED') order by number limit 1")
                .param(company)
                .query(String.class)
                .optional();
    }

    Optional<String> owner(String number) {
        return jdbc.sql("select owner from opportunity where number = ? and owner is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** Whose questions were answered and who is neither dropped nor a manager's yet. */
    Set<String> companiesInNurture() {
        return Set.copyOf(jdbc.sql("select distinct company_number from opportunity where lead_result is null and"
                        + " owner is null and number in (select opportunity_number from call_attempt"
                        + " where outcome = 'ANSWERED')")
                .query(String.class)
                .list());
    }
}
