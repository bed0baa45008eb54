package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static salesconveyor.billing.InvoiceKind.INVOICE;
import static salesconveyor.billing.InvoiceKind.PROFORMA;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.KnownAddresses;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;

/** Data that are missing for an invoice are completed by a person; the case never stops in a step of its own. */
class BillingTest extends ServiceCase {
    @Autowired
    Sellers sellers;

    @Test
    void anAccountantEntersTheAddressOfAClientWhoHasNone() {
        forgetAddress();
        startOnTerms();
        assertThat(documents()).isEmpty();
        assertThat(gaps()).contains("no e-mail address");
        assertThat(tasks.getIdentityLinksForTask(task("completeBilling").getId()))
                .anyMatch(link -> "accountants".equals(link.getGroupId()));
        complete(
                "completeBilling",
                "outcome",
                "READY",
                "billingEmail",
                order + "@Example.com",
                "billingAddress",
                "Hafenstr. 1\n20457 Hamburg");
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
        assertThat(mails(order.toLowerCase(java.util.Locale.ROOT) + "@example.com", "INV-"))
                .isEqualTo(1);
        assertThat(runtime.getVariables(service.getId())).doesNotContainKeys("billingEmail", "billingAddress");
        assertThat(jdbc.sql("select address from billing_address where company_number = ?")
                        .param(company)
                        .query(String.class)
                        .single())
                .contains("20457 Hamburg");
    }

    /** Article 226 (5) of 2006/112/EC: the full name and address of the customer. */
    @Test
    void aNameAloneIsNoBuyer() {
        KnownAddresses.forget(company);
        startOnTerms();
        assertThat(gaps()).contains("street and town").doesNotContain("INN");
        for (String address : List.of("Hamburg", "Hamburg, Germany", "Hamburg\nDE")) {
            assertRefused("completeBilling", "street and town", "outcome", "READY", "billingAddress", address);
        }
        complete("completeBilling", "outcome", "READY", "billingAddress", "Hafenstr. 1\n20457 Hamburg\nGermany");
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @Test
    void aRussianPaperWantsTheInnOfARussianClient() {
        KnownAddresses.forget(company);
        Seller seller = sellers.get();
        jdbc.sql("update seller set profile = 'RU', tax_number = '7707083893', kpp = '770701001', bank = 'Bank',"
                        + " bic = '044525225', correspondent_account = '30101810400000000225'")
                .update();
        try {
            startOnTerms();
            assertThat(gaps()).contains("INN is missing");
            assertRefused(
                    "completeBilling",
                    "INN is missing",
                    "outcome",
                    "READY",
                    "billingAddress",
                    "ул. Тверская, 7\nМосква");
            complete(
                    "completeBilling",
                    "outcome",
                    "READY",
                    "billingAddress",
                    "ул. Тверская, 7\nМосква",
                    "billingTaxNumber",
                    "DE136695976");
            assertThat(companies.get(company).taxNumber()).isEqualTo("DE136695976");
        } finally {
            sellers.save(seller);
        }
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "BOUNCED"})
    void anAddressThatTheMailServerRefusedIsCorrectedOrConfirmed(String state) {
        refuse(order + "@example.com", state);
        startOnTerms();
        assertThat(gaps()).contains("refused the last letter to " + order + "@example.com");
        complete("completeBilling", "outcome", "READY", "billingEmail", order + "@example.com");
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @Test
    void aLetterThatArrivedLaterClearsTheAddress() {
        refuse(order + "@example.com", "REFUSED");
        jdbc.sql("insert into mail (mail_key, recipient, subject, body, headers, state, posted, next_try)"
                        + " values (?, ?, 'x', 'x', '', 'SENT', now(), now())")
                .params("later-" + order, order + "@example.com")
                .update();
        startOnTerms();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @Test
    void withoutOurOwnDataNobodyIsBilledUntilAnAdministratorEnteredThem() {
        Seller seller = sellers.get();
        jdbc.sql("delete from seller").update();
        try {
            startOnTerms();
            assertThat(gaps()).contains("/pages/setup");
            assertRefused("completeBilling", "Still missing: Our own data", "outcome", "READY");
            assertRefused("completeBilling", "Still missing: Our own data", "outcome", "SEND_BY_HAND");
        } finally {
            sellers.save(seller);
        }
        complete("completeBilling", "outcome", "READY");
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @Test
    void aClientWithoutEMailGetsPaperThatTheAccountantsPost() {
        forgetAddress();
        startOnTerms();
        complete("completeBilling", "outcome", "SEND_BY_HAND");
        runJobs();
        String invoice = invoices.ofOrder(order).get(0).number();
        assertThat(mails("accountant@example.com", invoice)).isEqualTo(1);
        assertThat(jdbc.sql("select a.name from mail_attachment a join mail m on m.id = a.mail where m.subject like ?")
                        .param("%" + invoice + "%")
                        .query(String.class)
                        .single())
                .isEqualTo(invoice + ".pdf");
        ship("SHIPPED", ALL);
        assertThat(surveys.ofOrder(order)).as("nowhere to ask").isEmpty();
    }

    @Test
    void everyPaperGoesByPostAndACallerAsksWhenTheAddressIsGivenUp() {
        refuse(order + "@example.com", "REFUSED");
        jdbc.sql("update company set phone = '+49 40 1234' where number = ?")
                .param(company)
                .update();
        startOnTerms();
        complete("completeBilling", "outcome", "SEND_BY_HAND", "billingAddress", "Hafenstr. 1\n20457 Hamburg");
        runJobs();
        laterBy(Duration.ofDays(3));
        ship("SHIPPED", ALL);
        String invoice = invoices.ofOrder(order).get(0).number();
        String delivery = deliveries.ofOrder(order).get(0).number();
        for (String paper : List.of("invoice-" + invoice, "delivery-" + delivery, "due-" + invoice)) {
            assertThat(printed(paper)).as(paper).contains("by post", "Hafenstr. 1");
        }
        assertThat(mails(order + "@example.com", ""))
                .as("but for the refused one")
                .isEqualTo(1);
        timer("Event_NoAnswerInTime");
        assertThat(task("askSatisfaction").getCreateTime()).as("at once").isEqualTo(ClockUtil.getCurrentTime());
        complete("askSatisfaction", "outcome", "ANSWERED", "givenScore", 9);
        assertThat(surveys.ofOrder(order).orElseThrow().score()).isEqualTo(9);
    }

    @Test
    void headsHearOfAnOrderThatWaitsForItsDataLongerThanAWorkingDay() {
        forgetAddress();
        startOnTerms();
        timer("BoundaryEvent_BillingLate");
        assertThat(task("completeBilling")).as("the task stays").isNotNull();
        assertThat(mails("head@example.com", companies.get(company).name())).isEqualTo(1);
        complete("completeBilling", "outcome", "SEND_BY_HAND");
        runJobs();
        assertThat(documents()).containsExactly(INVOICE);
    }

    @Test
    void anOrderThatCannotBeBilledIsGivenUp() {
        forgetAddress();
        startOnTerms();
        assertRefused("completeBilling", "fill in", "outcome", "CANCEL");
        complete("completeBilling", "outcome", "CANCEL", "giveUpReason", "The company does not exist");
        runJobs();
        assertThat(documents()).isEmpty();
        assertEnded("EndEvent_OrderNotBilled", ServiceResult.CANCELLED);
    }

    @Test
    void theDataAreCheckedAgainWhenThePaidProformaBecomesAnInvoice() {
        start();
        runJobs();
        assertThat(documents()).containsExactly(PROFORMA);
        forgetAddress();
        pay(true);
        assertThat(documents()).containsExactly(PROFORMA);
        complete("completeBilling", "outcome", "READY", "billingEmail", "new-" + order + "@example.com");
        runJobs();
        assertThat(documents()).contains(INVOICE);
        assertThat(task("shipOrder")).isNotNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"anna", "anna@", "a b@example.com", "anna@example.com, otto@example.com"})
    void whatIsNoAddressIsRefused(String address) {
        forgetAddress();
        startOnTerms();
        assertRefused(
                "completeBilling",
                address == null ? "Still missing: The client has no e-mail" : "is not an e-mail address",
                "outcome",
                "READY",
                "billingEmail",
                address);
    }

    @ParameterizedTest
    @CsvSource({"READY, 6, already completed 5 times", "LATER, 1, does not offer"})
    void theDataAreCompletedAFewTimesAndOnlyAsTheFormOffers(String outcome, int time, String sentence) {
        forgetAddress();
        startOnTerms();
        for (int before = 1; before < time; before++) {
            orders.note(order, "completeBilling", outcome, "accountant", null);
        }
        assertRefused("completeBilling", sentence, "outcome", outcome, "billingEmail", "anna@example.com");
    }

    private String printed(String key) {
        return jdbc.sql("select body from mail where mail_key = ?")
                .param(key + "-accountant@example.com")
                .query(String.class)
                .single();
    }

    private String gaps() {
        return tasks.getVariable(task("completeBilling").getId(), "billingGaps").toString();
    }

    private void forgetAddress() {
        jdbc.sql("update sale set email = null where company_number = ?")
                .param(company)
                .update();
    }

    private void refuse(String address, String state) {
        jdbc.sql("insert into mail (mail_key, recipient, subject, body, headers, state, posted, next_try)"
                        + " values (?, ?, 'Proposal', 'x', '', ?, ?, ?)")
                .params(
                        "refused-" + address,
                        address,
                        state,
                        MONDAY.atOffset(java.time.ZoneOffset.UTC).minusDays(1),
                        MONDAY.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }
}
