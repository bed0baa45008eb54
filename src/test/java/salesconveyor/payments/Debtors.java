package salesconveyor.payments;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import salesconveyor.Answers;
import salesconveyor.billing.Invoices;
import salesconveyor.billing.Invoicing;
import salesconveyor.companies.Companies;

/** Clients with orders and invoices, and what they and our accountant do. */
@Component
class Debtors {
    private static final AtomicInteger LAST = new AtomicInteger();

    /** A client with one order over 226.10 gross. */
    record Debtor(String company, String opportunity, String order, String email) {}

    final RuntimeService runtime;
    final TaskService tasks;
    final ManagementService management;
    private final IdentityService identity;
    private final Companies companies;
    private final Invoicing invoicing;
    private final Invoices invoices;
    private final JdbcClient jdbc;

    Debtors(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService management,
            IdentityService identity,
            Companies companies,
            Invoicing invoicing,
            Invoices invoices,
            JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.identity = identity;
        this.companies = companies;
        this.invoicing = invoicing;
        this.invoices = invoices;
        this.jdbc = jdbc;
    }

    Debtor orders() {
        int number = LAST.incrementAndGet();
        return ordersAgain(companies.add("Debtor " + number), "debtor" + number + "@example.com");
    }

    Debtor ordersAgain(String company, String email) {
        int number = LAST.incrementAndGet();
        String opportunity = "L-2026-6%05d".formatted(number);
        String order = "O-2026-6%05d".formatted(number);
        jdbc.sql("insert into proposal (opportunity_number, company_number, version, written) values (?, ?, 1, now())")
                .params(opportunity, company)
                .update();
        jdbc.sql("insert into sale (opportunity_number, company_number, opened, email) values (?, ?, now(), ?)")
                .params(opportunity, company, email)
                .update();
        long proposal = jdbc.sql("select id from proposal where opportunity_number = ?")
                .param(opportunity)
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into proposal_line (proposal, line, sku, name, unit, quantity, price, cost, vat_rate,"
                                + " discount_percent, net) values (?, 1, 'BOX-L', 'Box', 'pcs', 100, 2.00, 1.00, 19, 5, 190.00)")
                .param(proposal)
                .update();
        jdbc.sql("insert into purchase_order (number, opportunity_number, company_number, proposal, ordered)"
                        + " values (?, ?, ?, ?, now())")
                .params(order, opportunity, company, proposal)
                .update();
        return new Debtor(company, opportunity, order, email);
    }

    /** An invoice over 226.10, to be paid in 14 days. */
    String invoice(Debtor debtor) {
        return invoicing.issueInvoice(debtor.order(), 14);
    }

    ProcessInstance collect(Debtor debtor, String invoice, boolean prepayment) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("invoiceNumber", invoice);
        variables.put("companyNumber", debtor.company());
        variables.put("manager", "manager");
        variables.put("prepayment", prepayment);
        ProcessInstance collecting =
                runtime.startProcessInstanceByKey("collectPayment", debtor.opportunity(), variables);
        run(collecting);
        return collecting;
    }

    /** The accountant uploads a file with his own rights, and all that follows of itself happens. */
    ProcessInstance importStatement(byte[] file) {
        ProcessInstance imported = takeStatement(file);
        run(imported);
        return runtime.createProcessInstanceQuery().processInstanceId(imported.getId()).list().stream()
                .findFirst()
                .orElse(imported);
    }

    /** He uploads it, and nothing is placed yet. */
    ProcessInstance takeStatement(byte[] file) {
        return as(
                "accountant",
                "accountants",
                () -> runtime.startProcessInstanceByKey(
                        "importStatement",
                        Map.of(
                                "statementFile",
                                Variables.fileValue("statement.xml")
                                        .file(file)
                                        .mimeType("text/xml")
                                        .create())));
    }

    /** Runs the steps that are ready, not the timers. */
    void run(ProcessInstance instance) {
        for (List<Job> ready = ready(instance); !ready.isEmpty(); ready = ready(instance)) {
            ready.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> ready(ProcessInstance instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .messages()
                .list();
    }

    Task task(ProcessInstance instance, String station) {
        return tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(station)
                .singleResult();
    }

    /** A person takes the task and completes it with his own rights. */
    void complete(Task task, String who, String group, Object... pairs) {
        as(who, group, () -> {
            if (tasks.createTaskQuery().taskId(task.getId()).taskUnassigned().count() > 0) {
                tasks.claim(task.getId(), who);
            }
            tasks.complete(task.getId(), Answers.of(pairs));
            return null;
        });
    }

    Invoices invoices() {
        return invoices;
    }

    private <T> T as(String user, String group, java.util.function.Supplier<T> step) {
        identity.setAuthentication(user, List.of(group));
        try {
            return step.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}
