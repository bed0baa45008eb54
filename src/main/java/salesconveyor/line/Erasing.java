package salesconveyor.line;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.InvoicePaper;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.engine.CaseMemory;
import salesconveyor.engine.Refused;
import salesconveyor.payments.Receivables;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;
import salesconveyor.shared.Trace;

/**
 * Forgets a company and its people (GDPR art. 17; Russia: Law 152-FZ art. 21). What stays is what tax and commercial law
 * keep for years (GDPR art. 17(3)(b); Germany: AO § 147, UStG § 14b, HGB § 257; Russia: Law 402-FZ art. 29), figures
 * that name nobody, and hashes by which the company is recognised and left alone.
 */
@Component
@Transactional
public class Erasing {
    private static final Logger LOG = LoggerFactory.getLogger(Erasing.class);

    /** @param obstacles why nothing was erased; @param rows how many rows of which table were */
    public record Result(List<Refused> obstacles, Map<String, Integer> rows) {}

    /** Who erased when; what it was nobody can tell any more. */
    public record Entry(String companyNumber, OffsetDateTime erased, String erasedBy, String rowCounts) {}

    private final Companies companies;
    private final Invoices invoices;
    private final InvoicePaper papers;
    private final Receivables receivables;
    private final CaseMemory memory;
    private final List<PersonalData> modules;
    private final JdbcClient jdbc;
    private final Clock clock;

    Erasing(
            Companies companies,
            Invoices invoices,
            InvoicePaper papers,
            Receivables receivables,
            CaseMemory memory,
            List<PersonalData> modules,
            JdbcClient jdbc,
            Clock clock) {
        this.companies = companies;
        this.invoices = invoices;
        this.papers = papers;
        this.receivables = receivables;
        this.memory = memory;
        this.modules = modules;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What must be ended before the company can be erased. */
    public List<Refused> obstacles(String company) {
        Erasure erasure = of(company);
        List<Refused> obstacles = new ArrayList<>();
        List<String> running = memory.running(erasure.cases());
        for (String number : running) {
            obstacles.add(new Refused("The case {0} still runs; cancel it on the page of cases first.", number));
        }
        for (String number : memory.runningWith(erasure)) {
            if (!running.contains(number)) {
                obstacles.add(new Refused("The company stands on a form of {0}; complete that task first.", number));
            }
        }
        if (receivables.hasOpen(company)) {
            obstacles.add(new Refused("An invoice is not paid; collect, credit or write it off first."));
        }
        return obstacles;
    }

    public Result erase(String company, String administrator) {
        List<Refused> obstacles = obstacles(company);
        if (!obstacles.isEmpty()) {
            return new Result(obstacles, Map.of());
        }
        Erasure erasure = of(company);
        // The papers that the law keeps say who bought: they are printed before nobody knows it any more.
        invoices.ofCompany(company).forEach(invoice -> papers.of(invoice.number()));
        Map<String, Integer> rows = new TreeMap<>();
        modules.forEach(module -> rows.putAll(module.erase(erasure)));
        rows.putAll(memory.forget(erasure));
        rows.values().removeIf(count -> count == 0);
        jdbc.sql("insert into erasure (company_number, erased, erased_by, row_counts) values (?, ?, ?, ?)")
                .params(company, OffsetDateTime.now(clock), administrator, counts(rows))
                .update();
        LOG.info("{} is erased: {}", company, counts(rows));
        return new Result(List.of(), rows);
    }

    /** The last erasures, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> newest(int atMost) {
        return jdbc.sql("select company_number, erased, erased_by, row_counts from erasure order by id desc"
                        + " fetch first " + atMost + " rows only")
                .query(Entry.class)
                .list();
    }

    private Erasure of(String company) {
        Set<String> cases = new LinkedHashSet<>();
        modules.forEach(module -> cases.addAll(module.cases(company)));
        // In stage 4 the client is the case.
        cases.add(company);
        Set<String> papers = new LinkedHashSet<>();
        modules.forEach(module -> papers.addAll(module.papers(company)));
        invoices.ofCompany(company).forEach(invoice -> papers.add(invoice.number()));
        List<Trace> traces = modules.stream()
                .flatMap(module -> module.traces(company).stream())
                .distinct()
                .toList();
        return new Erasure(company, cases, papers, traces);
    }

    private static String counts(Map<String, Integer> rows) {
        return rows.entrySet().stream()
                .map(row -> row.getKey() + " " + row.getValue())
                .collect(Collectors.joining(", "));
    }
}
