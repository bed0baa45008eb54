package salesconveyor.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;
import salesconveyor.development.Developing;
import salesconveyor.engine.Nudges;
import salesconveyor.journeys.people.AccountManager;
import salesconveyor.journeys.people.Accountant;
import salesconveyor.journeys.people.Assistant;
import salesconveyor.journeys.people.Belt;
import salesconveyor.journeys.people.Caller;
import salesconveyor.journeys.people.Client;
import salesconveyor.journeys.people.Head;
import salesconveyor.journeys.people.Marketer;
import salesconveyor.journeys.people.Researcher;
import salesconveyor.journeys.people.SalesManager;
import salesconveyor.journeys.people.Shipper;
import salesconveyor.payments.CamtFile;
import salesconveyor.selling.Ordering;

/** The belt end to end, told by the people who work on it; each works with his own rights. */
@ConveyorTest
class JourneyTest {
    private static final String PAYER = "DE02120300000000202051";

    @Autowired
    ProcessEngine engine;

    @Autowired
    TestRestTemplate door;

    @Autowired
    JdbcClient jdbc;

    private Belt belt;
    private Marketer marketer;
    private Researcher researcher;
    private Caller caller;
    private SalesManager manager;
    private Assistant assistant;
    private Head head;
    private Accountant accountant;
    private Shipper shipper;
    private AccountManager accountManager;
    private Client client;
    private String email;

    @BeforeEach
    void theShiftBegins() {
        // On a Tuesday morning: nobody takes a call at night.
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-24T09:00:00Z")));
        belt = new Belt(engine, door);
        marketer = new Marketer(belt);
        researcher = new Researcher(belt);
        caller = new Caller(belt);
        manager = new SalesManager(belt);
        assistant = new Assistant(belt);
        head = new Head(belt);
        accountant = new Accountant(belt);
        shipper = new Shipper(belt);
        accountManager = new AccountManager(belt);
        email = "buyer-" + UUID.randomUUID() + "@example.com";
        client = new Client(belt, jdbc, email);
    }

    @AfterEach
    void theShiftEnds() {
        ClockUtil.reset();
    }

    @Test
    void aReferralBecomesAServedClientWhoOrdersAgain() {
        var deal = won("Journey");
        assertThat(belt.inStage("serveClient")).isEqualTo(1);
        pay(client.paper("PF"));
        shipper.ships(deal, 100);
        client.scores(9);
        belt.works(deal);
        assertThat(belt.endOf(deal)).isEqualTo("EndEvent_Served");
        assertThat(client.subjects())
                .anyMatch(subject -> subject.startsWith("Proposal"))
                .anyMatch(subject -> subject.startsWith("Proforma invoice"))
                .anyMatch(subject -> subject.startsWith("Invoice"));
        theStoryIsTold(deal);

        accountManager.agreesOnTheNextOrderOf(companyOf(deal));
        var next = newestCaseOf(companyOf(deal));
        assertThat(next).isNotEqualTo(deal);
        assistant.proposes(next, "BOX-L", 200, 5);
        manager.wins(next);
        assertThat(belt.inStage("serveClient")).isEqualTo(1);
        head.cancels(next);
        assertThat(belt.endOf(next)).isEqualTo("EndEvent_OrderCancelled");
    }

    /** Each role reads of the case what concerns it, in order, and downloads the papers of its station. */
    private void theStoryIsTold(String deal) {
        String told = story("head", deal);
        assertThat(told)
                .contains(
                        "Proposal " + deal + ", version 1", "Proforma invoice PF-", "Payment received", "Invoice INV-")
                .contains("Delivery D-", "Answer of the client", "Score 9 of 10", "Buys per month: 5000")
                .contains("\"outcome\":\"Accept\"", "\"outcome\":\"Won\"", "Letter on its way");
        assertThat(told.indexOf("Research company")).isLessThan(told.indexOf("Accept lead"));
        assertThat(told.indexOf("Payment received")).isLessThan(told.indexOf("Delivery D-"));
        assertThat(told).contains("/api/proposals/" + deal + "/1.pdf", "/api/invoices/PF-", "/api/shipments/D-");
        assertThat(story("shipper", deal))
                .contains("Delivery D-", "Invoice INV-", "/api/shipments/D-", "/api/invoices/INV-")
                .doesNotContain("Proposal " + deal, "/api/proposals/", "Buys per month", "Score 9");
        assertThat(story("researcher", deal))
                .contains("Research company")
                .doesNotContain("Delivery D-", "INV-", "PF-", "Proposal", "Buys per month", ".pdf", "Score 9");
        assertThat(story("caller", deal)).contains("Buys per month").doesNotContain("INV-", "Proposal", ".pdf");
        String older = "/api/proposals/" + deal + "/";
        assertThat(status("head", older + "1.pdf")).isEqualTo(200);
        assertThat(status("head", older + "9.pdf")).isEqualTo(404);
        assertThat(status("caller", older + "1.pdf")).isEqualTo(403);
    }

    private String story(String login, String deal) {
        return door.withBasicAuth(login, login).getForObject("/api/cases/" + deal, String.class);
    }

    private int status(String login, String path) {
        return door.withBasicAuth(login, login)
                .getForEntity(path, String.class)
                .getStatusCode()
                .value();
    }

    @Test
    void aClientWhoIsUnhappyIsLost(
            @Autowired Developing developing, @Autowired Ordering ordering, @Autowired Nudges nudges) {
        var deal = won("Unhappy");
        pay(client.paper("PF"));
        shipper.ships(deal, 100);
        client.scores(2);
        developing.handOver(companyOf(deal), ordering.newest(companyOf(deal)).orElseThrow(), null);
        assertThat(nudges.runs("developClient", companyOf(deal))).isTrue();
        manager.doesNotWinBack(deal);
        assertThat(belt.endOf(deal)).isEqualTo("EndEvent_ClientLost");
        assertThat(nudges.runs("developClient", companyOf(deal))).isFalse();
    }

    @Test
    void aCompanyNobodyFindsLeavesTheBelt() {
        var ghost = marketer.typesIn(named("Ghost"));
        researcher.findsNobody(ghost);
        assertThat(belt.endOf(ghost)).isEqualTo("EndEvent_Dropped");
    }

    @Test
    void theSmallFryIsSievedOut() {
        var kiosk = found("Kiosk");
        caller.reachesNobody(kiosk);
        caller.reachesABuyerOf(kiosk, 100);
        assertThat(belt.endOf(kiosk)).isEqualTo("EndEvent_Dropped");
    }

    @Test
    void whoIsNeverReachedIsGivenUp() {
        var silent = found("Silent");
        for (int attempt = 1; attempt <= 6; attempt++) {
            caller.reachesNobody(silent);
        }
        assertThat(belt.endOf(silent)).isEqualTo("EndEvent_Unreachable");
    }

    @Test
    void aCompanyThatIsTypedInAgainStaysOneCase() {
        String company = named("Twice");
        String first = marketer.typesIn(company);
        assertThat(marketer.typesIn(company)).isEqualTo(first);
        assertThat(belt.tasksOf(first)).hasSize(1);
    }

    @Test
    void whoDoesNotWantToBeCalledIsLeftAlone() {
        var first = found("Leave us alone");
        caller.hearsNeverCallAgain(first);
        assertThat(belt.endOf(first)).isEqualTo("EndEvent_Suppressed");
        var second = accepted("Leave us alone too");
        manager.hearsNeverCallAgain(second);
        assertThat(belt.endOf(second)).isEqualTo("EndEvent_SaleSuppressed");
    }

    @Test
    void aDealIsLostOverThePrice() {
        var deal = accepted("Pricey");
        manager.meets(deal, email);
        assistant.proposes(deal, "BOX-L", 100, 25);
        head.refuses(deal);
        assistant.proposes(deal, "BOX-L", 100, 5);
        manager.loses(deal);
        assertThat(belt.endOf(deal)).isEqualTo("EndEvent_Lost");
    }

    @Test
    void aCaseIsCancelledInEachStage() {
        var lead = found("Cancelled lead");
        head.cancels(lead);
        assertThat(belt.endOf(lead)).isEqualTo("EndEvent_LeadCancelled");
        var sale = accepted("Cancelled sale");
        head.cancels(sale);
        assertThat(belt.endOf(sale)).isEqualTo("EndEvent_SaleCancelled");
    }

    @Test
    void aPaymentThatComesBackIsCollectedAgainUntilTheCaseIsCancelled(@Autowired Nudges nudges) {
        var deal = won("Bounced");
        String proforma = client.paper("PF");
        pay(proforma);
        shipper.ships(deal, 100);
        client.scores(9);
        belt.works(deal);
        assertThat(belt.endOf(deal)).isEqualTo("EndEvent_Served");
        accountant.imports(CamtFile.upTo("2026-11-20")
                .returned("BACK-" + proforma, gross(proforma), PAYER)
                .bytes());
        assertThat(nudges.runs("collectPayment", deal)).isTrue();
        head.cancels(deal);
        assertThat(belt.isOver(deal)).isTrue();
        assertThat(client.subjects()).anyMatch(subject -> subject.startsWith("Credit note"));
    }

    private String found(String company) {
        var deal = marketer.typesIn(named(company));
        researcher.finds(deal, "Anna");
        return deal;
    }

    private String accepted(String company) {
        var deal = found(company);
        caller.reachesABuyerOf(deal, 5000);
        manager.accepts(deal);
        return deal;
    }

    private String won(String company) {
        var deal = accepted(company);
        manager.meets(deal, email);
        assistant.proposes(deal, "BOX-L", 100, 25);
        head.approves(deal);
        manager.wins(deal);
        belt.works(deal);
        return deal;
    }

    private void pay(String paper) {
        accountant.imports(CamtFile.upTo("2026-11-20")
                .in("REF-" + paper, gross(paper), PAYER, "Payment " + paper)
                .bytes());
        belt.works(caseOf(paper));
    }

    private String gross(String paper) {
        return jdbc.sql("select gross from invoice where number = ?")
                .param(paper)
                .query(java.math.BigDecimal.class)
                .single()
                .toPlainString();
    }

    private String caseOf(String paper) {
        return jdbc.sql("select o.opportunity_number from invoice i join purchase_order o on o.number = i.order_number"
                        + " where i.number = ?")
                .param(paper)
                .query(String.class)
                .single();
    }

    private String companyOf(String deal) {
        return jdbc.sql("select company_number from opportunity where number = ?")
                .param(deal)
                .query(String.class)
                .single();
    }

    private String newestCaseOf(String company) {
        return jdbc.sql("select max(number) from opportunity where company_number = ?")
                .param(company)
                .query(String.class)
                .single();
    }

    private static String named(String company) {
        return company + " " + UUID.randomUUID();
    }
}
