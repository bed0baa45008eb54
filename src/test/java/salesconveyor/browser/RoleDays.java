package salesconveyor.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.KnownAddresses;
import salesconveyor.payments.CamtFile;

/**
 * The day of each role at its desk, one case long: each presses "Next task", gets the task that the one before has made,
 * fills its form and completes it.
 */
abstract class RoleDays extends Floor {
    private static final ZonedDateTime MEETING =
            LocalDate.now().plusDays(14).atTime(LocalTime.of(10, 0)).atZone(ZoneOffset.UTC);
    private static final String COMPANY = "Seehafen Kisten GmbH";

    @Autowired
    ManagementService engine;

    private String company;

    /** A day as the calendar of the form takes it. */
    abstract String day(LocalDate date);

    /** Ten in the morning as the form shows it. */
    abstract String ten();

    @Test
    void aRowOfAListBecomesAClientWhoOrdersAgainByTheHandsOfEachRole() throws Exception {
        nobodyHasWork();
        aListIsImported();
        company = eventually("select number from company where name = ?", COMPANY);
        theLeadIsFoundAndCalled();
        theManagerMeetsTheClient();
        theProposalIsWon();
        theBillingDataAreCompleted();
        theMoneyComes();
        theOrderIsServed();
        theClientOrdersAgain();
    }

    private void aListIsImported() {
        as("marketer", desk -> {
            assertThat(desk.next())
                    .isEqualTo(texts.say("Nothing waits for your roles now, and nothing is planned yet."));
            desk.startProcess("Import leads")
                    .upload(
                            "#listFile",
                            "list.csv",
                            ("Company;Town\n" + COMPANY + ";Kiel").getBytes(StandardCharsets.UTF_8))
                    .fill("#listSource", "Trade register")
                    .start();
        });
        waits("reviewImport");
        as("marketer", desk -> {
            desk.next("Review import", "").page().waitForSelector("#counts");
            desk.complete();
        });
    }

    private void theLeadIsFoundAndCalled() {
        waits("researchCompany");
        as("researcher", desk -> desk.next("Research company", COMPANY)
                .choose("Outcome", "Found")
                .type("Direct phone of the person", "+49 30 40190001")
                .type("Person to ask for", "Anna Schmidt")
                .choose("Fit with our clients", "Good")
                .type("Where you found it: an address or words", "their imprint")
                .complete());
        waits("callCompany");
        as("caller", desk -> desk.next("Call company", COMPANY)
                .choose("Outcome", "Answered the questions")
                .type("How much do they buy per month?", "5000")
                .choose("How strong is the interest?", "High")
                .complete());
    }

    private void theManagerMeetsTheClient() {
        waits("acceptLead");
        as("manager", desk -> desk.next("Accept lead", COMPANY)
                .choose("Decision", "Accept")
                .complete());
        waits("warmUpCall");
        as("manager", desk -> {
            desk.next("Warm up call", COMPANY)
                    .choose("Outcome", "Meeting agreed")
                    .dateAndTime(day(MEETING.toLocalDate()), "10:00");
            assertThat(desk.page().inputValue(".fjs-timepicker input.fjs-input"))
                    .isEqualTo(ten());
            desk.complete();
        });
        waits("holdFirstMeeting");
        as("manager", desk -> {
            // The meeting is no work before its day.
            assertThat(desk.next())
                    .isEqualTo(texts.say(
                            "Nothing waits for your roles now. The next task is expected on {0}.",
                            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                                    .withLocale(texts.locale())
                                    .format(MEETING)));
            desk.open("Hold first meeting", COMPANY)
                    .choose("Outcome", "Wants a proposal")
                    .type("What the client needs: products, quantities, until when, who decides", "600 boxes")
                    .type("Send the proposal to (e-mail)", "anna@example.com")
                    .complete();
        });
    }

    private void theProposalIsWon() {
        waits("prepareProposal");
        as("assistant", desk -> desk.next("Prepare proposal", COMPANY)
                .click("#addLine")
                .select("table select", "string:BOX-L")
                .fill("table input >> nth=0", "600")
                .fill("table input >> nth=1", "20")
                .complete());
        waits("approveDiscount");
        as("head", desk -> desk.next("Approve discount", COMPANY)
                .choose("Decision", "Approve")
                .complete());
        KnownAddresses.forget(company);
        waits("negotiateDeal");
        as("manager", desk -> desk.next("Negotiate deal", COMPANY)
                .choose("Outcome", "Won")
                .complete());
    }

    /** A first order: nobody has asked for the street yet. */
    private void theBillingDataAreCompleted() {
        waits("completeBilling");
        as("accountant", desk -> desk.next("Complete billing data", COMPANY)
                .choose("Outcome", "Completed, send by mail")
                .type("Billing address, as it is printed: street, town, country", "Hafenstr. 1, 24103 Kiel")
                .type("Tax number of the client (VAT id, INN)", "7728168971")
                .complete());
    }

    /** From somebody whom the bank statement does not tell apart: the accountant decides. */
    private void theMoneyComes() throws InterruptedException {
        String gross = eventually("select cast(gross as varchar) from invoice where kind = 'PROFORMA'");
        String proforma = eventually("select number from invoice where kind = 'PROFORMA'");
        byte[] statement = CamtFile.upTo(LocalDate.now().toString())
                .in("REF-1", gross, "DE02120300000000202051", "For the boxes")
                .bytes();
        as("accountant", desk -> desk.startProcess("Import statement")
                .upload("#statementFile", "statement.xml", statement)
                .start());
        waits("resolvePayment");
        as("accountant", desk -> {
            desk.next("Resolve payment", "").select("#outcome", "ASSIGN");
            desk.page().locator("tr:has-text('" + proforma + "') .part").fill(gross);
            desk.complete();
        });
    }

    private void theOrderIsServed() throws InterruptedException {
        waits("shipOrder");
        as("shipper", desk -> desk.next("Ship order", COMPANY)
                .select("#outcome", "SHIPPED")
                .complete());
        String token = eventually("select token from survey where company_number = ?", company);
        try (Desk client = desk("ru-RU")) {
            client.page().navigate(base() + "/public/satisfaction/" + token);
            assertThat(client.page().textContent("body")).contains("порекомендуете");
            client.click("input[name=score][value='9']").click("button[type=submit]");
            client.page().waitForLoadState();
        }
        assertThat(eventually(
                        "select outcome from opportunity where company_number = ? and outcome is not null", company))
                .isEqualTo("SERVED");
    }

    private void theClientOrdersAgain() throws InterruptedException {
        String timer = eventually("the client's next contact", () -> engine.createJobQuery().timers().list().stream()
                .filter(job -> job.getProcessDefinitionKey().equals("developClient"))
                .map(job -> job.getId())
                .findFirst()
                .orElse(null));
        // Its day has come.
        engine.executeJob(timer);
        waits("contactClient");
        as("accountManager", desk -> desk.next("Contact client", COMPANY)
                .choose("Outcome", "Next order")
                .type("What the client wants to order", "The same again")
                .complete());
        waits("prepareProposal");
        as("assistant", desk -> desk.next("Prepare proposal", COMPANY));
    }

    /** The one before has done with it. */
    private void waits(String station) {
        try {
            eventually("select task from work where station = ? and ended is null", station);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
