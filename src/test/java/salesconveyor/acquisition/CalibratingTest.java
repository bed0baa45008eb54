package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.engine.Refused;

/** The figures of the sieve, on days that no other test lives in. */
@ConveyorTest
class CalibratingTest {
    private static LocalDate day = LocalDate.parse("2091-01-01");

    @Autowired
    Calibrating calibrating;

    @Autowired
    Judgements judgements;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient jdbc;

    private String company;
    private String channel = "LIST";

    @BeforeEach
    void aNewDay() {
        day = day.plusDays(1);
        ClockUtil.setCurrentTime(Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        company = companies.add("Sieved " + UUID.randomUUID());
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
    }

    @Test
    void anEmptyTimeHasNoRates() {
        Calibration empty = figures(null, null);
        assertThat(empty.rejects().all()).isEqualTo(Rate.of(0, 0, 0, 0));
        assertThat(empty.rejects().reasons()).isEmpty();
        assertThat(empty.callers()).isEmpty();
        assertThat(empty.drops()).isEmpty();
        assertThat(empty.thresholds().recorded().all()).isZero();
        assertThat(empty.thresholds().passFrom()).isEqualByComparingTo("60");
        assertThat(empty.thresholds().nurtureFrom()).isEqualByComparingTo("30");
    }

    @Test
    void falseRejectsAreCountedByReason() {
        for (int i = 0; i < 10; i++) {
            lead("DROP", 250, "GOOD", "SOME", true, i < 4, i < 4 ? i == 0 : null);
        }
        lead("DROP", 400, "PARTLY", "NONE", true, true, true);
        lead("DROP", 400, "PARTLY", "NONE", true, true, null);
        Calibration.Side rejects = figures(null, null).rejects();
        assertThat(rejects.all()).isEqualTo(Rate.of(12, 6, 5, 2));
        assertThat(rejects.all().share()).isCloseTo(0.4, within(1e-9));
        assertThat(rejects.reasons())
                .extracting(Calibration.Reason::text, Calibration.Reason::rate)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Buys too little.", Rate.of(10, 4, 4, 1)),
                        org.assertj.core.groups.Tuple.tuple("Too few points.", Rate.of(2, 2, 1, 1)));
    }

    @Test
    void falsePassesAreThoseThatTheManagerFoundNotWorthIt() {
        lead("PASS", 4000, "GOOD", "SOME", false, true, true);
        lead("PASS", 4000, "GOOD", "SOME", false, true, false);
        lead("PASS", 4000, "GOOD", "SOME", false, false, null);
        assertThat(figures(null, null).passes().all()).isEqualTo(Rate.of(3, 2, 2, 1));
        assertThat(figures(null, null).rejects().all().leads()).isZero();
    }

    @Test
    void whoIsStillToBeJudgedIsNotAmongTheDropsThatAreExplained() {
        String open = lead("DROP", 250, "GOOD", "SOME", true, true, null);
        String judged = lead("DROP", 250, "GOOD", "SOME", true, true, false);
        String ended = lead("DROP", 250, "GOOD", "SOME", true, true, null);
        opportunities.ended(ended, LeadResult.CANCELLED);
        assertThat(judgements.isPending(open)).isTrue();
        assertThat(judgements.isPending(judged)).isFalse();
        assertThat(judgements.isPending(ended)).isFalse();
        assertThat(figures(null, null).drops())
                .extracting(Calibration.Drop::opportunity)
                .containsExactly(ended, judged);
        assertThat(figures(null, null).drops().get(0).explanation()).contains("Buys too little.");
    }

    @Test
    void otherThresholdsAreTriedOnTheRecordedAnswers() {
        lead("PASS", 4000, "GOOD", "HIGH", true, true, true); // 110 points
        lead("PASS", 4000, "GOOD", "SOME", false, true, false); // 75
        lead("NURTURE", 2000, "GOOD", "SOME", false, false, null); // 55
        lead("DROP", 400, "GOOD", "NONE", true, true, true); // 10
        lead("DROP", 250, "GOOD", "HIGH", true, true, false); // a knock-out, whatever the points
        var same = figures(null, null).thresholds();
        assertThat(same.recorded()).isEqualTo(new Calibration.Count(2, 1, 2, 0, 4, 1, 1));
        assertThat(same.tried()).isEqualTo(same.recorded());
        assertThat(figures(80, 10).thresholds().tried()).isEqualTo(new Calibration.Count(1, 3, 1, 0, 4, 1, 0));
        assertThat(figures(10, 0).thresholds().tried()).isEqualTo(new Calibration.Count(4, 0, 1, 0, 4, 0, 1));
        assertThat(figures(200, 100).thresholds().tried()).isEqualTo(new Calibration.Count(0, 1, 4, 0, 4, 2, 0));
        assertThat(figures(80, 10).thresholds().passFrom()).isEqualByComparingTo("80");
    }

    @Test
    void theLastDecisionAboutALeadCounts() {
        String lead = lead("NURTURE", 2000, "GOOD", "SOME", false, false, null);
        decided(lead, "PASS", 2000, "GOOD", "SOME", true);
        assertThat(figures(null, null).thresholds().recorded()).isEqualTo(new Calibration.Count(1, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void thresholdsInTheWrongOrderAndDaysTooAreRefused() {
        assertThatThrownBy(() -> figures(20, 30)).isInstanceOf(Refused.class).hasMessageContaining("asking again");
        assertThatThrownBy(() -> calibrating.of(day, day.minusDays(1), null, null, null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("first day");
    }

    @Test
    void takenAndReturnedLeadsCountForWhoCalledAndWhoResearched() {
        work("L-A" + day, "researchCompany", "ida", "FOUND", 1);
        work("L-A" + day, "callCompany", "carl", "NO_ANSWER", 2);
        work("L-A" + day, "callCompany", "cora", "ANSWERED", 3);
        work("L-A" + day, "acceptLead", "max", "RETURN", 4);
        work("L-A" + day, "callCompany", "carl", "ANSWERED", 5);
        work("L-A" + day, "acceptLead", "max", "ACCEPT", 6);
        work("L-B" + day, "acceptLead", "max", "ACCEPT", 7);
        assertThat(figures(null, null).callers())
                .containsExactly(new Calibration.HandOver("carl", 1, 0, 0), new Calibration.HandOver("cora", 0, 1, 0));
        wrong("ida");
        wrong("otto");
        wrong(null);
        assertThat(figures(null, null).researchers())
                .containsExactly(new Calibration.HandOver("ida", 1, 1, 1), new Calibration.HandOver("otto", 0, 0, 1));
    }

    @Test
    void eachFigureIsAlsoToldForOneChannelAlone() {
        channel = "SITE";
        String asked = lead("DROP", 250, "GOOD", "SOME", true, true, true);
        work(asked, "researchCompany", "ida", "FOUND", 1);
        work(asked, "callCompany", "carl", "ANSWERED", 2);
        work(asked, "acceptLead", "max", "ACCEPT", 3);
        wrong("ida");
        channel = "LIST";
        String listed = lead("PASS", 4000, "GOOD", "HIGH", true, true, false);
        work(listed, "callCompany", "cora", "ANSWERED", 2);
        work(listed, "acceptLead", "max", "RETURN", 3);
        wrong("otto");
        Calibration site = figures(Channel.SITE);
        assertThat(site.channel()).isEqualTo(Channel.SITE);
        assertThat(site.rejects().all()).isEqualTo(Rate.of(1, 1, 1, 1));
        assertThat(site.passes().all()).isEqualTo(Rate.of(0, 0, 0, 0));
        assertThat(site.callers()).containsExactly(new Calibration.HandOver("carl", 1, 0, 0));
        assertThat(site.researchers()).containsExactly(new Calibration.HandOver("ida", 1, 0, 1));
        assertThat(site.thresholds().recorded()).isEqualTo(new Calibration.Count(0, 0, 1, 0, 1, 1, 0));
        assertThat(site.drops()).extracting(Calibration.Drop::opportunity).containsExactly(asked);
        Calibration list = figures(Channel.LIST);
        assertThat(list.rejects().all().leads()).isZero();
        assertThat(list.passes().all()).isEqualTo(Rate.of(1, 1, 1, 1));
        assertThat(list.callers()).containsExactly(new Calibration.HandOver("cora", 0, 1, 0));
        assertThat(list.researchers()).containsExactly(new Calibration.HandOver("otto", 0, 0, 1));
        assertThat(list.drops()).isEmpty();
        assertThat(figures(Channel.MAILING).thresholds().recorded().all()).isZero();
        assertThat(figures(null, null).thresholds().recorded().all()).isEqualTo(2);
    }

    private Calibration figures(Channel came) {
        return calibrating.of(day, day, null, null, came);
    }

    private Calibration figures(Integer pass, Integer nurture) {
        return calibrating.of(
                day,
                day,
                pass == null ? null : BigDecimal.valueOf(pass),
                nurture == null ? null : BigDecimal.valueOf(nurture),
                null);
    }

    /** @param worthIt what the manager said; nothing yet */
    private String lead(
            String result, int volume, String fit, String interest, boolean decides, boolean sampled, Boolean worthIt) {
        String lead = opportunities.add(company, channel);
        decided(lead, result, volume, fit, interest, decides);
        if (!result.equals("NURTURE")) {
            judgements.sieved(lead, result, sampled);
        }
        if (worthIt != null) {
            judgements.judged(lead, worthIt, "manager");
        }
        return lead;
    }

    private void decided(String lead, String result, int volume, String fit, String interest, boolean decides) {
        boolean small = volume < 300;
        String reason = small ? "Buys too little." : result.equals("DROP") ? "Too few points." : "Enough points.";
        jdbc.sql(
                        "insert into decision_log (case_number, decision, question, version, inputs, result, answer, rule, reason,"
                                + " explanation, decided) values (?, 'leadSieve', 'Worth it?', 1, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        lead,
                        "{\"companyFit\":\"%s\",\"monthlyVolume\":%d,\"interest\":\"%s\",\"decisionMakerKnown\":%s}"
                                .formatted(fit, volume, interest, decides),
                        result,
                        "Result: " + result + ".",
                        small ? "sieveKnockout_rule2" : "leadSieve_" + result,
                        reason,
                        reason,
                        now())
                .update();
    }

    private void work(String lead, String station, String worker, String outcome, int hour) {
        var begin = day.atTime(hour, 0).atOffset(ZoneOffset.UTC);
        jdbc.sql("insert into work (task, station, process, role, case_number, priority, offered, worker, ended,"
                        + " completed, outcome) values (?, ?, 'acquireClient', 'callers', ?, 50, ?, ?, ?, true, ?)")
                .params(UUID.randomUUID().toString(), station, lead, begin, worker, begin.plusMinutes(30), outcome)
                .update();
    }

    /** A number of this author's that turned out wrong. */
    private void wrong(String author) {
        jdbc.sql("insert into fact_defect (kind, company_number, opportunity_number, author, reported)"
                        + " values ('WRONG_NUMBER', ?, ?, ?, ?)")
                .params(company, opportunities.add(company, channel), author, now())
                .update();
    }

    private static OffsetDateTime now() {
        return Instant.ofEpochMilli(ClockUtil.getCurrentTime().getTime()).atOffset(ZoneOffset.UTC);
    }
}
