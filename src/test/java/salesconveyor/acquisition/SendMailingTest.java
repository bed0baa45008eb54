package salesconveyor.acquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Consents;
import salesconveyor.companies.Consents.Consent;
import salesconveyor.companies.Consents.Purpose;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.companies.MailSuppressions;
import salesconveyor.engine.Nudges;
import salesconveyor.mail.LastLook;
import salesconveyor.mail.Mail;
import salesconveyor.mail.MailFailed;
import salesconveyor.mail.MailFailed.Cause;

/** Every path of a mailing, and who gets none. */
@ConveyorTest
class SendMailingTest {
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    Nudges nudges;

    @Autowired
    Companies companies;

    @Autowired
    Consents consents;

    @Autowired
    MailSuppressions unsubscribed;

    @Autowired
    Contacting contacting;

    @Autowired
    Opportunities opportunities;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Recipients recipients;

    @Autowired
    Campaigning campaigning;

    @Autowired
    InquiryDesk desk;

    @Autowired
    Inquiries inquiries;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<LastLook> looks;

    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient jdbc;

    private final int reader = LAST.incrementAndGet();
    private final String email = "reader" + reader + "@readers.example.com";
    private String company;
    private ProcessInstance mailing;
    private String number;

    @BeforeEach
    void somebodyAgreedToGetNews() {
        jdbc.sql("delete from consent where purpose = 'MARKETING'").update();
        jdbc.sql("update company set client_class = 'NEW'").update();
        company = companies.add("Readers " + reader);
        agree(email, company, "Anna");
        mailing = start("Autumn news");
        number = mailing.getBusinessKey();
    }

    @Test
    void aMailingGoesToWhoAgreed() {
        assertThat(number).matches("M-\\d{4}-\\d{6}");
        prepare("CONSENTING");
        String preview = (String) tasks.getVariable(task("approveMailing").getId(), "mailingPreview");
        assertThat(preview)
                .contains("Dear Anna", "News for Readers " + reader, "/public/unsubscribe/…")
                .doesNotContain(token());
        assertThat(tasks.getVariable(task("approveMailing").getId(), "mailingCount"))
                .isEqualTo(1);
        approve();
        runJob();
        assertEnded("EndEvent_MailingSent", MailingResult.SENT);
        var mail = mail();
        assertThat(mail.get("subject")).isEqualTo("News for Readers " + reader);
        assertThat(mail.get("body").toString()).contains("http://localhost:8080/public/inquiry?m=" + token());
        assertThat(mail.get("headers").toString())
                .contains("List-Unsubscribe: <http://localhost:8080/public/unsubscribe/" + token() + ">")
                .contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
        assertThat(token()).as("192 random bits").hasSize(32);
        assertThat(marked("sent")).isTrue();
    }

    @Test
    void aLongListGoesOutInBatchesAndNothingTwice() {
        for (int i = 0; i < 120; i++) {
            agree("many" + i + "." + email, company, null);
        }
        prepare("CONSENTING");
        approve();
        runJob();
        assertThat(sentMails()).isEqualTo(100);
        runJob();
        assertThat(sentMails()).isEqualTo(121);
        assertEnded("EndEvent_MailingSent", MailingResult.SENT);
        assertThat(campaigning.sendBatch(number)).isFalse();
        assertThat(sentMails()).isEqualTo(121);
    }

    @Test
    void whoUnsubscribesBetweenApprovalAndSendingGetsNone() {
        String quiet = companies.add("Quiet readers " + reader);
        agree("quiet." + email, quiet, null);
        agree("stays." + email, company, null);
        prepare("CONSENTING");
        unsubscribed.add(email, "test");
        contacting.forbid(quiet, ContactScope.MARKETING, null, null);
        approve();
        runJob();
        assertThat(jdbc.sql("select recipient from mail where mail_key like ?")
                        .param("mailing-" + number + "-%")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("stays." + email));
        assertThat(marked("skipped")).isTrue();
    }

    @Test
    void clientsGetMailingsWithoutAConsentAndNobodyElse() {
        jdbc.sql("delete from consent where purpose = 'MARKETING'").update();
        assertThatThrownBy(() -> prepare("CONSENTING")).hasMessageContaining("Nobody of these recipients");
        companies.learn(company, Map.of("email", email), "order", null);
        assertThatThrownBy(() -> prepare("CLIENTS")).hasMessageContaining("Nobody of these recipients");
        companies.classify(company, "B");
        prepare("CLIENTS");
        approve();
        runJob();
        assertThat(sentMails()).isEqualTo(1);
    }

    @Test
    void theNurturedAreLeadsThatAnsweredAndAreNotDecided() {
        assertThatThrownBy(() -> prepare("NURTURE")).hasMessageContaining("Nobody of these recipients");
        String lead = opportunities.add(company, "LIST");
        opportunities.called(lead, new Opportunities.Call("caller", "ANSWERED", null, "NONE", true, null));
        prepare("NURTURE");
        assertThat(tasks.getVariable(task("approveMailing").getId(), "mailingCount"))
                .isEqualTo(1);
        opportunities.ended(lead, LeadResult.DROPPED);
    }

    @ParameterizedTest
    @CsvSource({
        "mailingClass, A, 1",
        "mailingClass, NEW, 1",
        "mailingClass, C, 0",
        "mailingIndustry, FILM and stage, 1",
        "mailingIndustry, Film, 0",
        "mailingRegion, potsdam, 1",
        "mailingRegion, PL, 1",
        "mailingRegion, Польша, 1",
        "mailingRegion, Berlin, 0"
    })
    void aMailingMayBeForSomeOfThemAlone(String narrowed, String value, int recipients) {
        companies.learn(company, Map.of("industry", "Film and stage", "city", "Potsdam", "country", "DE"), "web", null);
        companies.classify(company, "A");
        String other = companies.add("Other readers " + reader);
        companies.learn(other, Map.of("industry", "Mining", "city", "Krakau", "country", "PL"), "web", null);
        agree("other." + email, other, null);
        if (recipients == 0) {
            assertThatThrownBy(() -> draft("CONSENTING", "News", "Text", narrowed, value))
                    .hasMessageContaining("Nobody of these recipients");
        } else {
            draft("CONSENTING", "News", "Text", narrowed, value);
            var form = tasks.getVariables(task("approveMailing").getId());
            assertThat(form).containsEntry("mailingCount", recipients);
            assertThat(form.get("mailingAudience").toString())
                    .startsWith("Everybody who agreed to get news · ")
                    .endsWith(value);
        }
    }

    @ParameterizedTest
    @CsvSource({"News for {firma}, Hello", "News, Dear {Name}", "News, {}"})
    void aMergeFieldThatIsNotKnownIsRefused(String subject, String text) {
        assertThatThrownBy(() -> complete(
                        "prepareMailing",
                        "outcome",
                        "READY",
                        "segment",
                        "CONSENTING",
                        "mailingSubject",
                        subject,
                        "mailingText",
                        text))
                .hasMessageContaining("is not a merge field; there are {company}, {name}, {link}");
        assertThat(task("prepareMailing")).isNotNull();
    }

    @Test
    void aMailingWithoutTextOrNameIsRefused() {
        assertThatThrownBy(() -> complete("prepareMailing", "outcome", "READY", "segment", "CONSENTING"))
                .hasMessageContaining("write a subject");
        assertThatThrownBy(() -> draft("CONSENTING", "x".repeat(201), "Text")).hasMessageContaining("of at most 200");
        assertThatThrownBy(() -> draft("CONSENTING", "News", " ")).hasMessageContaining("write a text");
        assertThatThrownBy(() -> draft("CONSENTING", "News", "x".repeat(3001)))
                .hasMessageContaining("of at most 3,000");
        assertThatThrownBy(() -> draft("EVERYBODY", "News", "Text")).hasMessageContaining("choose who gets");
        assertThatThrownBy(() -> complete("prepareMailing", "outcome", "SEND")).hasMessageContaining("choose what");
        assertThat(task("prepareMailing")).isNotNull();
        assertThatThrownBy(() -> start(" ")).hasMessageContaining("fill in");
    }

    @Test
    void aHeadMaySendItBackTwiceAndThenItEnds() {
        for (int round = 1; round <= 2; round++) {
            prepare("CONSENTING");
            reject();
            var again = tasks.getVariables(task("prepareMailing").getId());
            assertThat(again).containsEntry("mailingRejection", "too long").containsEntry("segment", "CONSENTING");
            assertThat(again.get("mailingText").toString()).contains("Dear {name}");
        }
        prepare("CONSENTING");
        reject();
        assertEnded("EndEvent_MailingRejected", MailingResult.REJECTED);
        assertThat(sentMails()).isZero();
    }

    @Test
    void aMailingMayBeDiscarded() {
        complete("prepareMailing", "outcome", "DISCARD");
        assertEnded("EndEvent_MailingDiscarded", MailingResult.DISCARDED);
    }

    @Test
    void whatNobodyTouchesEnds() {
        runJob();
        assertEnded("EndEvent_MailingForgotten", MailingResult.EXPIRED);
        mailing = start("Winter news");
        number = mailing.getBusinessKey();
        prepare("CONSENTING");
        runJob();
        assertEnded("EndEvent_ApprovalExpired", MailingResult.EXPIRED);
    }

    @Test
    void aMailingMayBeCancelled() {
        prepare("CONSENTING");
        assertThat(nudges.toCase("caseCancelled", number)).isEqualTo(1);
        assertEnded("EndEvent_MailingCancelled", MailingResult.CANCELLED);
    }

    @Test
    void openingTheLinkChangesNothingAndTheButtonUnsubscribes() throws Exception {
        prepare("CONSENTING");
        approve();
        runJob();
        browser.perform(get("/public/unsubscribe/" + token()))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(email)));
        assertThat(unsubscribed.contains(email)).isFalse();
        for (int click = 1; click <= 2; click++) {
            browser.perform(post("/public/unsubscribe/" + token()).param("List-Unsubscribe", "One-Click"))
                    .andExpect(status().isOk());
        }
        assertThat(unsubscribed.contains(email)).isTrue();
        assertThat(consents.has(email, Purpose.MARKETING)).isFalse();
        assertThat(marked("unsubscribed")).isTrue();
    }

    @Test
    void whoAnswersByThePersonalLinkIsALeadOfTheMailing() {
        prepare("CONSENTING");
        approve();
        runJob();
        var answer = new InquiryForm(
                "Readers " + reader,
                "Anna",
                email,
                null,
                "Boxes?",
                "true",
                null,
                null,
                token(),
                null,
                null,
                null,
                "inquiry-1",
                null);
        assertThat(desk.receive(answer, new Visit("198.51.100.9", Locale.ENGLISH)))
                .isEmpty();
        String lead = jdbc.sql("select number from opportunity where company_number = ?")
                .param(company)
                .query(String.class)
                .single();
        assertThat(inquiries.told(lead)).singleElement().asString().contains("Answers mailing " + number);
        assertThat(opportunities.find(lead)).get().satisfies(found -> {
            assertThat(found.channel()).isEqualTo("MAILING");
            assertThat(found.campaign()).isEqualTo(number + " Autumn news");
        });
        assertThat(marked("inquired")).isTrue();
    }

    @Test
    void anAddressThatIsNoneGetsNoMoreMailings() {
        sent();
        fail(Cause.ADDRESS);
        assertThat(recipient("bounce", String.class)).isEqualTo("HARD");
        assertThat(marked("bounced")).isTrue();
        assertThat(unsubscribed.contains(email)).isTrue();
        assertThat(jdbc.sql("select reason from mail_suppression where email = ?")
                        .param(email)
                        .query(String.class)
                        .single())
                .isEqualTo("bounced " + number + ": 550 5.1.1 unknown user");
    }

    @Test
    void threeFullMailboxesInARowAreEnough() {
        for (int letter = 1; letter <= 3; letter++) {
            assertThat(unsubscribed.contains(email)).isFalse();
            if (letter > 1) {
                mailing = start("News " + letter);
                number = mailing.getBusinessKey();
            }
            sent();
            fail(Cause.MOMENT);
        }
        assertThat(unsubscribed.contains(email)).isTrue();
    }

    @Test
    void aLetterThatArrivesBetweenTwoFullMailboxesForgivesThem() {
        for (int letter = 1; letter <= 4; letter++) {
            if (letter > 1) {
                mailing = start("News " + letter);
                number = mailing.getBusinessKey();
            }
            sent();
            if (letter != 2) {
                fail(Cause.MOMENT);
            }
        }
        assertThat(unsubscribed.contains(email)).isFalse();
    }

    @Test
    void aServerThatRefusesUsIsToldToMarketersOnceAndNobodyIsSuppressed() {
        sent();
        fail(Cause.LETTER);
        fail(Cause.LETTER);
        assertThat(unsubscribed.contains(email)).isFalse();
        assertThat(jdbc.sql("select count(*) from mail where subject = ?")
                        .param("The mail server refuses letters of mailing " + number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aLetterThatWaitsForAServerIsNotSentToWhoUnsubscribesMeanwhile() {
        sent();
        Mail letter = Mail.of(Recipients.mailKey(row()), email, "News", "News");
        assertThat(looks).allMatch(look -> look.maySend(letter));
        unsubscribed.add(email, "test");
        assertThat(looks).anyMatch(look -> !look.maySend(letter));
        assertThat(marked("sent")).isFalse();
        assertThat(marked("skipped")).isTrue();
    }

    private void sent() {
        prepare("CONSENTING");
        approve();
        runJob();
    }

    private void fail(Cause cause) {
        transaction.executeWithoutResult(t -> events.publishEvent(
                new MailFailed(Recipients.mailKey(row()), email, "News", cause, "550 5.1.1 unknown user")));
    }

    private Recipients.Recipient row() {
        return recipients.find(token()).orElseThrow();
    }

    private void agree(String address, String of, String person) {
        consents.give(new Consent(address, Purpose.MARKETING, "news-1", "test", of, person));
    }

    private ProcessInstance start(String name) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("sendMailing")
                .latestVersion()
                .singleResult()
                .getId();
        return forms.submitStartForm(definition, Map.of("campaignName", name));
    }

    private void prepare(String segment) {
        complete(
                "prepareMailing",
                "outcome",
                "READY",
                "segment",
                segment,
                "mailingSubject",
                "News for {company}",
                "mailingText",
                "Dear {name},\nwe have news: {link}");
    }

    private void draft(String segment, String subject, String text, String... more) {
        List<Object> values = new ArrayList<>(
                List.of("outcome", "READY", "segment", segment, "mailingSubject", subject, "mailingText", text));
        values.addAll(List.of(more));
        complete("prepareMailing", values.toArray());
    }

    private void approve() {
        complete("approveMailing", "outcome", "APPROVE");
    }

    private void reject() {
        complete("approveMailing", "outcome", "REJECT", "rejectReason", "too long");
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(mailing.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }

    private void runJob() {
        Job job = management.createJobQuery().processInstanceId(mailing.getId()).singleResult();
        management.executeJob(job.getId());
    }

    private Map<String, Object> mail() {
        return jdbc.sql("select * from mail where mail_key like ?")
                .param("mailing-" + number + "-%")
                .query()
                .singleRow();
    }

    private int sentMails() {
        return jdbc.sql("select count(*) from mail where mail_key like ?")
                .param("mailing-" + number + "-%")
                .query(Integer.class)
                .single();
    }

    private String token() {
        return recipient("token", String.class);
    }

    private boolean marked(String column) {
        return recipient("case when " + column + " is null then 0 else 1 end", Integer.class) == 1;
    }

    private <T> T recipient(String column, Class<T> type) {
        return jdbc.sql("select " + column + " from campaign_recipient where campaign_number = ? and email = ?")
                .params(number, email)
                .query(type)
                .single();
    }

    private void assertEnded(String end, MailingResult result) {
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(mailing.getId())
                        .activityId(end)
                        .count())
                .isEqualTo(1);
        assertThat(campaigns.get(number).result()).isEqualTo(result);
    }
}
