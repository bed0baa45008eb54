package salesconveyor.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.engine.Nudges;

/** A meeting comes into the calendars of both sides, follows its changes, and leaves them again. */
@ConveyorTest
class MeetingInvitationTest {
    private static final AtomicInteger LAST = new AtomicInteger();
    private static final String WEDNESDAY = "2026-11-25T10:00+01:00";
    private static final String FRIDAY = "2026-11-27T14:30+01:00";

    /** What lies in the outbox for one address. */
    record Posted(String recipient, String subject, String body, String type, String calendar) {}

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Companies companies;

    @Autowired
    Contacting contacting;

    @Autowired
    Nudges nudges;

    @Autowired
    JdbcClient jdbc;

    private ProcessInstance sale;
    private String opportunity;
    private String company;
    private String client;

    @BeforeEach
    void aLeadIsAccepted() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T09:00:00Z")));
        int number = LAST.incrementAndGet();
        opportunity = "L-2026-92%04d".formatted(number);
        client = "guest" + number + ".client@example.com";
        company = companies.add("Invited; GmbH, " + number);
        companies.learn(company, Map.of("email", client, "country", "DE"), "web", null);
        sale = runtime.startProcessInstanceByKey(
                "sellToClient",
                opportunity,
                Map.of("companyNumber", company, "repeatOrder", false, "manager", "manager"));
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("sellToClient")
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
    }

    @Test
    void bothSidesGetTheSameInvitation() throws Exception {
        assertThat(tasks.getVariable(task("warmUpCall").getId(), "meetingGuests"))
                .isEqualTo(client);
        agree(client);
        Posted toClient = only(client);
        assertThat(toClient.type()).isEqualTo("text/calendar; charset=UTF-8; method=REQUEST");
        assertThat(toClient.body()).contains("Wednesday, November 25, 2026", "10:00", "45 minutes", "Hall 4");
        keep(toClient.calendar());
        ICalendar calendar = Biweekly.parse(toClient.calendar()).first();
        assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
                .as(calendar.validate(ICalVersion.V2_0).toString())
                .isTrue();
        assertThat(calendar.getMethod().isRequest()).isTrue();
        VEvent event = calendar.getEvents().get(0);
        assertThat(event.getSequence().getValue()).isZero();
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo("2026-11-25T09:00:00Z");
        assertThat(event.getDateEnd().getValue().toInstant()).isEqualTo("2026-11-25T09:45:00Z");
        assertThat(event.getLocation().getValue()).isEqualTo("Hall 4; door 2, https://meet.example/acme");
        assertThat(event.getSummary().getValue()).contains("Invited; GmbH");
        assertThat(event.getOrganizer().getEmail()).isEqualTo("manager@example.com");
        assertThat(event.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .containsExactly("manager@example.com", client);
        assertThat(toClient.calendar()).contains("DTSTART:20261125T090000Z").contains("\r\n");
        assertThat(toClient.calendar().lines()).allMatch(line -> line.length() <= 75);
        assertThat(only("manager@example.com").calendar())
                .contains(event.getUid().getValue());
    }

    @Test
    void noLineIsLongerThanSeventyFiveOctetsInAnyAlphabet() {
        String name = "ООО «Научно-производственное объединение Северо-Западные упаковочные системы» " + company;
        jdbc.sql("update company set name = ? where number = ?")
                .params(name, company)
                .update();
        agree(client);
        Posted posted = only(client);
        assertThat(posted.calendar().split("\r\n"))
                .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
        assertThat(event(posted).getSummary().getValue()).contains(name);
    }

    @Test
    void anotherDateIsTheSameMeetingWithTheNextSequence() {
        agree(client + ", second@example.com");
        VEvent first = event(only(client));
        complete("holdFirstMeeting", "outcome", "NO_SHOW", "meetingTime", FRIDAY, "meetingGuests", client);
        List<Posted> posted = posted(client);
        assertThat(posted).hasSize(2);
        VEvent second = event(posted.get(1));
        assertThat(second.getUid()).isEqualTo(first.getUid());
        assertThat(second.getSequence().getValue()).isEqualTo(1);
        assertThat(second.getDateStart().getValue().toInstant()).isEqualTo("2026-11-27T13:30:00Z");
        assertThat(second.getDateEnd().getValue().toInstant())
                .as("as long as before")
                .isEqualTo("2026-11-27T14:15:00Z");
        assertThat(posted("second@example.com").get(1).type())
                .as("no longer invited")
                .contains("method=CANCEL");
        VEvent off = event(posted("second@example.com").get(1));
        assertThat(off.getStatus()).as("the meeting itself takes place").isNull();
        assertThat(off.getSequence().getValue()).isEqualTo(1);
        assertThat(off.getAttendees())
                .extracting(attendee -> attendee.getEmail())
                .contains("second@example.com")
                .doesNotContain(client);
        assertThat(posted("manager@example.com")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED_CASE, true",
        "LOST, true",
        "LATER, true",
        "PROPOSAL, false",
        "FORBIDDEN, false",
    })
    void whatDoesNotTakePlaceIsCalledOff(String how, boolean clientIsTold) {
        agree(client);
        switch (how) {
            case "CANCELLED_CASE" -> nudges.toCase("caseCancelled", opportunity);
            case "FORBIDDEN" -> contacting.forbid(company, ContactScope.COMPANY, "no", null);
            case "LOST" -> complete("holdFirstMeeting", "outcome", "LOST", "lostReason", "NO_NEED");
            case "LATER" ->
                complete("holdFirstMeeting", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "SEASON");
            default ->
                complete("holdFirstMeeting", "outcome", "PROPOSAL", "need", "boxes", "proposalEmail", "x@example.com");
        }
        List<Posted> posted = posted(client);
        assertThat(posted).hasSize(clientIsTold ? 2 : 1);
        if (clientIsTold) {
            ICalendar calendar = Biweekly.parse(posted.get(1).calendar()).first();
            assertThat(calendar.getMethod().isCancel()).isTrue();
            VEvent event = calendar.getEvents().get(0);
            assertThat(event.getStatus().isCancelled()).isTrue();
            assertThat(event.getSequence().getValue()).isEqualTo(1);
            assertThat(event.getUid()).isEqualTo(event(posted.get(0)).getUid());
            assertThat(posted.get(1).subject()).startsWith("Called off: Meeting");
        }
        assertThat(posted("manager@example.com")).hasSize(how.equals("PROPOSAL") ? 1 : 2);
    }

    @Test
    void whatIsOverIsNotCalledOff() {
        agree(client);
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-26T09:00:00Z")));
        complete("holdFirstMeeting", "outcome", "LOST", "lostReason", "NO_NEED");
        assertThat(posted(client)).hasSize(1);
    }

    @Test
    void afterAWaitItIsAnotherMeeting() {
        agree(client);
        complete("holdFirstMeeting", "outcome", "LATER", "laterDate", "2026-12-24", "laterReason", "SEASON");
        nudges.toCase("inquiryRepeated", opportunity);
        complete("warmUpCall", "outcome", "MEETING", "meetingTime", FRIDAY);
        List<Posted> posted = posted(client);
        assertThat(posted).hasSize(3);
        assertThat(event(posted.get(2)).getUid())
                .isNotEqualTo(event(posted.get(0)).getUid());
        assertThat(event(posted.get(2)).getSequence().getValue()).isZero();
    }

    @Test
    void whoForbadeLettersGetsNoneAndTheManagerReadsIt() {
        contacting.forbid(company, ContactScope.MAIL, "no letters", null);
        agree(client);
        assertThat(posted(client)).isEmpty();
        assertThat(only("manager@example.com").body()).contains("letters are forbidden");
        assertThat(tasks.getVariable(task("holdFirstMeeting").getId(), "saleStory")
                        .toString())
                .contains("Please tell them by phone");
    }

    @Test
    void withoutAnAddressTheManagerAloneIsInvited() {
        companies.learn(company, Map.of("country", "DE"), "web", null);
        agree(" ");
        assertThat(posted(client)).isEmpty();
        assertThat(only("manager@example.com").body()).contains("no address was entered");
    }

    @Test
    void aRussianClientReadsRussian() {
        companies.learn(company, Map.of("country", "RU"), "web", null);
        agree(client);
        assertThat(only(client).subject()).startsWith("Встреча: Invited; GmbH");
        assertThat(only(client).body()).contains("25 ноября 2026");
        assertThat(only("manager@example.com").subject()).startsWith("Meeting: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "meetingGuests  | not an address      | is not an e-mail address",
                "meetingGuests  | a@example.com, c@      | is not an e-mail address",
                "meetingLink    | javascript:alert(1)  | is not a link",
                "meetingLink    | meet me              | is not a link",
                "meetingMinutes | 0                    | minutes",
                "meetingMinutes | 1000                 | minutes"
            })
    void aWrongWishIsRefusedAndNobodyIsInvited(String field, String value, String sentence) {
        Object entered = field.equals("meetingMinutes") ? (Object) Integer.valueOf(value) : value;
        assertThatThrownBy(() -> complete("warmUpCall", "outcome", "MEETING", "meetingTime", WEDNESDAY, field, entered))
                .satisfies(refused -> assertThat(
                                String.valueOf(refused.getMessage()).toLowerCase(java.util.Locale.ROOT))
                        .contains(sentence));
        assertThat(posted("manager@example.com")).isEmpty();
    }

    private void agree(String guests) {
        complete(
                "warmUpCall",
                "outcome",
                "MEETING",
                "meetingTime",
                WEDNESDAY,
                "meetingMinutes",
                45,
                "meetingPlace",
                "Hall 4; door 2",
                "meetingLink",
                "https://meet.example/acme",
                "meetingGuests",
                guests);
    }

    private Posted only(String address) {
        assertThat(posted(address)).hasSize(1);
        return posted(address).get(0);
    }

    /** About the meetings of this case; each mail once. */
    private List<Posted> posted(String address) {
        return jdbc.sql(
                        "select m.recipient, m.subject, m.body, a.content_type as type, a.content as calendar from mail m"
                                + " join mail_attachment a on a.mail = m.id where m.recipient = ? and m.mail_key like 'meeting-%'"
                                + " and exists (select 1 from meeting g where g.opportunity_number = ?"
                                + " and m.mail_key like concat('meeting-', concat(g.opportunity_number, '-%'))) order by m.id")
                .params(address, opportunity)
                .query((row, n) -> new Posted(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        new String(Base64.getDecoder().decode(row.getString(5)), StandardCharsets.UTF_8)))
                .list();
    }

    private static VEvent event(Posted posted) {
        return Biweekly.parse(posted.calendar()).first().getEvents().get(0);
    }

    /** With {@code -Dconveyor.test.papers=<folder>} it is kept to be looked at. */
    private static void keep(String calendar) throws Exception {
        String folder = System.getProperty("conveyor.test.papers");
        if (folder != null) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve("invite.ics"), calendar);
        }
    }

    private Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceId(sale.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    /** As the manager, who has claimed it. */
    private void complete(String station, Object... pairs) {
        tasks.complete(task(station).getId(), Answers.of(pairs));
    }
}
