package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.engine.Refused;

/** What a researcher writes, each fact with its source, and what a call proves wrong. */
@ConveyorTest
class LearningTest {
    @Autowired
    Companies companies;

    @Autowired
    Learning learning;

    @Autowired
    CardReading cards;

    @Autowired
    Defects defects;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String number;

    @BeforeEach
    void aCard() {
        number = companies.add(
                CompanyFacts.of("Learned " + System.nanoTime())
                        .with(Fact.PHONE, "+49 30 9018700")
                        .with(Fact.PERSON, "Anna Schmidt"),
                "a list",
                "marketer");
    }

    @Test
    void allFactsOfAVisitHaveOneSourceAndSingleOnesTheirOwn() {
        learn(
                Map.of("industry", "Wholesale", "employees", "50 – 249", "position", "Buyer"),
                Map.of(Fact.EMPLOYEES, "annual report"));
        assertThat(rows())
                .contains(
                        "industry Wholesale imprint anna",
                        "employees 50-249 annual report anna",
                        "position Buyer imprint anna");
    }

    @Test
    void whatWasLeftAsItStoodKeepsItsSource() {
        learn(Map.of("phone", "+49 30 9018700", "person", "Berta Kurz"), Map.of());
        assertThat(rows())
                .containsExactlyInAnyOrder(
                        "phone +49 30 9018700 a list marketer",
                        "person Anna Schmidt a list marketer",
                        "person Berta Kurz imprint anna");
        learn(Map.of("phone", "+49 30 9018700"), Map.of(Fact.PHONE, "she told me on the phone"));
        assertThat(rows()).contains("phone +49 30 9018700 she told me on the phone anna");
    }

    @Test
    void whatWasEmptiedIsNoLongerKnown() {
        Map<Fact, @Nullable String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.PERSON, null);
        learning.learn(number, new Findings(facts, "she left", Map.of(), "anna"));
        assertThat(companies.get(number).person()).isNull();
        assertThat(companies.get(number).phone()).as("was not asked").isNotNull();
        assertThat(cards.lines(number)).containsExactly("Phone: +49 30 9018700");
        assertThat(rows()).contains("person  she left anna");
    }

    @Test
    void nothingIsWrittenWhenOneFactIsNotWellFormed() {
        assertThatThrownBy(() -> learn(Map.of("industry", "Wholesale", "zone", "nowhere"), Map.of()))
                .isInstanceOf(Refused.class);
        assertThat(rows()).hasSize(2);
    }

    @Test
    void aWrongNumberIsADefectOfItsAuthorAndLeavesTheCard() {
        learn(Map.of("switchboard", "+49 30 9018701", "phone", "+49 30 9018702"), Map.of());
        OffsetDateTime before = OffsetDateTime.now(clock).minusMinutes(1);
        OffsetDateTime after = before.plusMinutes(5);
        defects.report(number, "L-1", Defect.Kind.WRONG_NUMBER, "a fax answers", "caller");
        defects.report(number, "L-1", Defect.Kind.WRONG_NUMBER, null, "caller");
        defects.report(number, "L-1", Defect.Kind.WRONG_PERSON, "left in May", "caller");
        defects.report(number, "L-1", Defect.Kind.WRONG_PERSON, null, "caller");
        Company card = companies.get(number);
        assertThat(card.callNumber()).isNull();
        assertThat(card.person()).isNull();
        assertThat(defects.ofOpportunity("L-1").stream()
                        .filter(defect -> defect.companyNumber().equals(number))
                        .map(defect -> defect.kind() + " " + defect.fact() + " " + defect.author() + " "
                                + defect.source() + " " + defect.reporter() + " " + defect.note()))
                .containsExactly(
                        "WRONG_PERSON null null null caller null",
                        "WRONG_PERSON Anna Schmidt marketer a list caller left in May",
                        "WRONG_NUMBER +49 30 9018701 anna imprint caller null",
                        "WRONG_NUMBER +49 30 9018702 anna imprint caller a fax answers");
        assertThat(defects.between(before, after).stream()
                        .filter(defect -> defect.companyNumber().equals(number))
                        .map(Defect::author))
                .containsExactly("anna", "anna", "marketer", null);
        assertThat(defects.between(after, after.plusDays(1))).isEmpty();
    }

    @Test
    void aCompanyIsRecognisedByItsSwitchboardToo() {
        learn(Map.of("switchboard", "+49 30 9018777"), Map.of());
        assertThat(companies.match(CompanyFacts.of("Other name").with(Fact.PHONE, "030 9018777")))
                .contains(new Match(number, Match.By.PHONE));
    }

    private void learn(Map<String, String> found, Map<Fact, String> sources) {
        Map<Fact, @Nullable String> facts = new EnumMap<>(Fact.class);
        found.forEach((key, text) -> facts.put(Fact.of(key).orElseThrow(), text));
        learning.learn(number, new Findings(facts, "imprint", sources, "anna"));
    }

    private List<String> rows() {
        return jdbc.sql("select field || ' ' || fact || ' ' || source || ' ' || author from company_fact"
                        + " where company_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }
}
