package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.Answers;
import salesconveyor.ConveyorTest;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.companies.SuppressionList;
import salesconveyor.engine.Nudges;
import salesconveyor.engine.Variable;

/**
 * An order in stage 3, and what people do with it. The money is somebody else's model: in its place stands a task that
 * the test completes when the client pays.
 */
@ConveyorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ServiceCase {
    static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    static final String ALL = "[{\"line\":1,\"quantity\":\"100\"},{\"line\":2,\"quantity\":\"2.5\"}]";
    private static final AtomicInteger LAST = new AtomicInteger();

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    Nudges nudges;

    @Autowired
    ServedOrders orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Surveys surveys;

    @Autowired
    Invoices invoices;

    @Autowired
    Companies companies;

    @Autowired
    SuppressionList suppressions;

    @Autowired
    JdbcClient jdbc;

    ProcessInstance service;
    String opportunity;
    String company;
    String order;
    private String standIn;

    @BeforeAll
    void moneyIsFollowedElsewhere() {
        var process = Bpmn.createExecutableProcess("collectPayment").camundaHistoryTimeToLive(1);
        process.startEvent().userTask("waitForMoney").endEvent();
        process.startEvent("afterCancelling").message("orderCancelled").connectTo("waitForMoney");
        var model = process.done();
        standIn = repository
                .createDeployment()
                .addModelInstance("collectPayment.bpmn", model)
                .deploy()
                .getId();
    }

    @AfterAll
    void forget() {
        repository.deleteDeployment(standIn, true);
    }

    @BeforeEach
    void aDealIsWon() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
        company = companies.add("Acme " + LAST.incrementAndGet());
        placeOrder();
    }

    @AfterEach
    void tidy() {
        ClockUtil.reset();
        for (String process : List.of("serveClient", "measureSatisfaction")) {
            runtime.createProcessInstanceQuery()
                    .processDefinitionKey(process)
                    .list()
                    .forEach(left -> runtime.deleteProcessInstance(left.getId(), "test"));
        }
    }

    /** 100 boxes at 2.00 and 2.5 hours at 80.00: 400.00 net. */
    void placeOrder() {
        int number = LAST.incrementAndGet();
        opportunity = "L-2026-7%05d".formatted(number);
        order = "O-2026-7%05d".formatted(number);
        var now = MONDAY.atOffset(java.time.ZoneOffset.UTC);
        jdbc.sql("insert into sale (opportunity_number, company_number, opened, email) values (?, ?, ?, ?)")
                .params(opportunity, company, now, order + "@example.com")
                .update();
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, ?)")
                .params(opportunity, company, now)
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(opportunity)
                .query(Long.class)
                .single();
        line(proposal, 1, "Box, large", "pc", "100", "2.00", "200.00");
        line(proposal, 2, "Print design", "h", "2.5", "80.00", "200.00");
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, ?, ?, ?)")
                .params(order, opportunity, company, proposal, now)
                .update();
    }

    private void line(long proposal, int line, String name, String unit, String quantity, String price, String net) {
        jdbc.sql("insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                        + " discount_percent, net) values (?, ?, 'BOX-L', ?, ?, cast(? as numeric(15, 3)),"
                        + " cast(? as numeric(15, 2)), 1, 19, 0, cast(? as numeric(15, 2)))")
                .params(proposal, line, name, unit, quantity, price, net)
                .update();
    }

    /** A client of class B pays within two weeks. */
    void startOnTerms() {
        companies.classify(company, "B");
        start();
        runJobs();
    }

    void start() {
        service = runtime.startProcessInstanceByKey(
                "serveClient",
                opportunity,
                Map.of("companyNumber", company, "orderNumber", order, "manager", "manager"));
    }

    /** Delivered and asked: the client has the letter with the link. */
    String toSurvey() {
        startOnTerms();
        ship("SHIPPED", ALL);
        runJobs();
        return surveys.ofOrder(order).orElseThrow().token();
    }

    void ship(String outcome, String rows) {
        complete("shipOrder", "outcome", outcome, "shipmentRows", rows);
        runJobs();
    }

    void pay(boolean inFull) {
        if (inFull) {
            invoices.ofOrder(order).stream()
                    .filter(paper -> paper.kind() == InvoiceKind.PROFORMA)
                    .forEach(this::receive);
        }
        Task money = tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey("waitForMoney")
                .singleResult();
        tasks.complete(money.getId(), Map.of("paidInFull", inFull));
        runJobs();
    }

    private void receive(Invoice proforma) {
        receive(proforma, proforma.gross());
    }

    void receive(Invoice proforma, BigDecimal amount) {
        jdbc.sql("insert into payment (number, company_number, amount, currency, paid) values (?, ?, ?, ?, ?)")
                .params("P-" + proforma.number(), company, amount, proforma.currency(), LocalDate.parse("2026-11-23"))
                .update();
        allocate(proforma.number(), amount);
    }

    /** What of the prepayment settles the proforma, or, below zero, what the bank took back of it. */
    void allocate(String proforma, BigDecimal amount) {
        jdbc.sql("insert into allocation (payment, invoice_number, amount, allocated) select id, ?, ?, ? from payment"
                        + " where number = ?")
                .params(proforma, amount, MONDAY.atOffset(java.time.ZoneOffset.UTC), "P-" + proforma)
                .update();
    }

    void stopDeliveries() {
        jdbc.sql("insert into delivery_stop (company_number, invoice_number, stopped) values (?, 'INV', ?)")
                .params(company, MONDAY.atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    void releaseDeliveries() {
        jdbc.sql("update delivery_stop set released = stopped where company_number = ?")
                .param(company)
                .update();
    }

    /** What the model that stands aside would note when it begins to collect. */
    void collecting() {
        jdbc.sql("insert into collection (invoice_number, company_number, prepayment, opened) select number,"
                        + " company_number, false, cast(? as timestamp(3) with time zone) from invoice where order_number = ?"
                        + " and kind = 'INVOICE'")
                .params(MONDAY.atOffset(java.time.ZoneOffset.UTC), order)
                .update();
    }

    void tell(String message) {
        nudges.toOthers(message, Variable.string("companyNumber"), company, null);
    }

    @Nullable
    Task task(String station) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(opportunity)
                .taskDefinitionKey(station)
                .singleResult();
    }

    void complete(String station, Object... pairs) {
        Task task = task(station);
        assertThat(task).as(station).isNotNull();
        tasks.claim(task.getId(), null);
        tasks.claim(task.getId(), "manager");
        tasks.complete(task.getId(), Answers.of(pairs));
    }

    void assertRefused(String station, String sentence, Object... values) {
        assertThatThrownBy(() -> complete(station, values))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(task(station)).isNotNull();
    }

    /** Every step that is due at once; timers stay. */
    void runJobs() {
        for (var ready = ready(); !ready.isEmpty(); ready = ready()) {
            ready.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> ready() {
        return instances()
                .flatMap(id -> management.createJobQuery().messages().processInstanceId(id).list().stream())
                .toList();
    }

    /** The service and what it called. */
    Stream<String> instances() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(opportunity).list().stream()
                .map(ProcessInstance::getId);
    }

    /** The timer of this event, when its time has come. */
    void timer(String event) {
        var job = instances()
                .flatMap(id ->
                        management.createJobQuery().timers().processInstanceId(id).activityId(event).list().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer: " + event));
        ClockUtil.setCurrentTime(job.getDuedate());
        management.executeJob(job.getId());
        runJobs();
    }

    void laterBy(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    List<InvoiceKind> documents() {
        return invoices.ofOrder(order).stream().map(Invoice::kind).sorted().toList();
    }

    int mails(String recipient, String subject) {
        return jdbc.sql("select count(*) from mail where recipient = ? and subject like ?")
                .params(recipient, "%" + subject + "%")
                .query(Integer.class)
                .single();
    }

    boolean passed(String activity) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(opportunity).list().stream()
                .anyMatch(instance -> history.createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .activityId(activity)
                                .finished()
                                .count()
                        > 0);
    }

    void assertEnded(String end, ServiceResult result) {
        assertThat(passed(end)).as(end).isTrue();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(service.getId())
                        .count())
                .isZero();
        assertThat(orders.result(order)).contains(result);
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(service.getId())
                        .variableName("serviceResult")
                        .singleResult()
                        .getValue())
                .isEqualTo(result.name());
    }
}
