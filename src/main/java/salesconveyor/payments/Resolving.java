package salesconveyor.payments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.billing.InvoiceKind;
import salesconveyor.billing.Invoices;
import salesconveyor.companies.Companies;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;

/** What an accountant decides about an entry that no rule could place. */
@Component
@Transactional
class Resolving {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Touched NOTHING = new Touched(Set.of(), Set.of());

    private final Statements statements;
    private final Payments payments;
    private final Receivables receivables;
    private final Invoices invoices;
    private final Companies companies;
    private final Refunding refunding;
    private final Offsetting offsetting;
    private final CancelledMoney cancelledMoney;
    private final TakingBack takingBack;
    private final ToldTwice toldTwice;

    Resolving(
            Statements statements,
            Payments payments,
            Receivables receivables,
            Invoices invoices,
            Companies companies,
            Refunding refunding,
            Offsetting offsetting,
            CancelledMoney cancelledMoney,
            TakingBack takingBack,
            ToldTwice toldTwice) {
        this.statements = statements;
        this.payments = payments;
        this.receivables = receivables;
        this.invoices = invoices;
        this.companies = companies;
        this.refunding = refunding;
        this.offsetting = offsetting;
        this.cancelledMoney = cancelledMoney;
        this.takingBack = takingBack;
        this.toldTwice = toldTwice;
    }

    /** @return the invoices that got or lost money */
    Touched record(long entryId, FormValues form, @Nullable String author) {
        statements.lock();
        String outcome = form.required("outcome");
        String allocations = form.text("allocations");
        String company = form.text("creditCompany");
        String told = form.text("sameMoney");
        BankEntry entry = statements.entry(entryId);
        if (entry.resolution() != null) {
            throw new Refused("This entry has been resolved already.");
        }
        if (!entry.incoming()
                && Set.of("KEEP_AS_CREDIT", "REFUND", "SAME_MONEY").contains(outcome)) {
            throw new Refused(
                    "This money went out: assign it to the invoices that were paid with it, or say not ours.");
        }
        Touched touched =
                switch (outcome) {
                    case "ASSIGN" -> assign(entry, shares(allocations), author);
                    case "KEEP_AS_CREDIT" -> keep(entry, company);
                    case "REFUND" -> refund(entry);
                    case "SAME_MONEY" -> same(entry, told);
                    case "NOT_OURS" -> NOTHING;
                    default -> throw new Refused("\"{0}\" is not an answer of this form.", outcome);
                };
        statements.resolved(entryId, outcome, author);
        return touched;
    }

    private Touched refund(BankEntry entry) {
        refunding.asked(entry);
        return NOTHING;
    }

    /** It is booked already; a gateway may have kept its fee, but cannot have sent more than it told of. */
    private Touched same(BankEntry entry, @Nullable String json) {
        List<Long> chosen = numbers(json);
        List<ToldTwice.Told> told = toldTwice.others(entry).stream()
                .filter(other -> chosen.contains(other.id()))
                .toList();
        if (told.isEmpty()) {
            throw new Refused("Please tick the payments that were told of before and are this money.");
        }
        if (!toldTwice.isNotice(entry.id()) && ToldTwice.total(told).compareTo(entry.amount()) < 0) {
            throw new Refused(
                    "The ticked payments add up to {0}, but {1} came in; please tick all of them, or assign the entry to invoices.",
                    ToldTwice.total(told).toPlainString(), entry.amount().toPlainString());
        }
        toldTwice.pair(entry.id(), told.stream().map(ToldTwice.Told::id).toList());
        return NOTHING;
    }

    private Touched keep(BankEntry entry, @Nullable String company) {
        if (company == null) {
            throw new Refused("Please choose the client whose credit it is.");
        }
        try {
            long payment = payments.add(entry, companies.get(company).number());
            if (!cancelledMoney.late(payment, entry, company)) {
                offsetting.offsetOpen(company, entry.currency());
            }
        } catch (org.springframework.dao.EmptyResultDataAccessException | NoSuchElementException e) {
            throw new Refused("There is no client with the number {0}; please choose one of the list.", company);
        }
        return NOTHING;
    }

    private Touched assign(BankEntry entry, Map<String, BigDecimal> shares, @Nullable String author) {
        BigDecimal total = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal amount = entry.amount().abs();
        if (total.compareTo(amount) > 0) {
            throw new Refused(
                    "The parts add up to {0}, but the entry is {1}; please lower them.",
                    total.toPlainString(), amount.toPlainString());
        }
        shares.forEach((number, share) -> check(entry, number, share));
        if (!entry.incoming()) {
            return takeBack(entry, shares, author);
        }
        Set<String> clients =
                shares.keySet().stream().map(receivables::companyOf).collect(Collectors.toSet());
        if (clients.size() > 1 && total.compareTo(amount) < 0) {
            throw new Refused(
                    "{0} would be left and could be the credit of more than one client; please assign all of it.",
                    amount.subtract(total).toPlainString());
        }
        String client = clients.iterator().next();
        long payment = payments.add(entry, client);
        shares.forEach((number, share) -> {
            receivables.takeBackWriteOff(number, share);
            payments.allocate(payment, number, share, "BY_HAND", author);
        });
        if (total.compareTo(amount) < 0) {
            refunding.overpaid(payment, amount.subtract(total), entry, client);
        }
        return new Touched(shares.keySet(), Set.of());
    }

    private void check(BankEntry entry, String number, BigDecimal share) {
        Invoice invoice = invoices.find(number)
                .filter(found -> found.kind() != InvoiceKind.CREDIT_NOTE)
                .orElseThrow(() -> new Refused("There is no invoice {0}; please choose one of the list.", number));
        if (share.signum() <= 0 || share.stripTrailingZeros().scale() > 2) {
            throw new Refused("{0}: please enter an amount above 0 with two decimals at most.", number);
        }
        if (!invoice.currency().equals(entry.currency())) {
            throw new Refused(
                    "{0} is in {1}, but the payment is in {2}; keep it as a credit or refund it.",
                    number, invoice.currency(), entry.currency());
        }
        BigDecimal open = receivables.payable(number);
        if (entry.incoming() && share.compareTo(open) > 0) {
            throw new Refused(
                    "{0}: only {1} is open; the rest may stay as the client's credit.", number, open.toPlainString());
        }
    }

    private Touched takeBack(BankEntry entry, Map<String, BigDecimal> shares, @Nullable String author) {
        Set<String> lost = new LinkedHashSet<>();
        shares.forEach((number, share) -> lost.addAll(takingBack.part(entry, number, share, author)));
        return new Touched(Set.of(), lost);
    }

    private static List<Long> numbers(@Nullable String json) {
        try {
            return List.of(JSON.readValue(json == null ? "[]" : json, Long[].class));
        } catch (JsonProcessingException e) {
            throw new Refused("Please tick the payments that were told of before and are this money.");
        }
    }

    /** @param json a list of {@code {"invoice", "amount"}} */
    private static Map<String, BigDecimal> shares(@Nullable String json) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        try {
            for (JsonNode row : JSON.readTree(json == null ? "[]" : json)) {
                String text = row.path("amount").asText("").replace(',', '.').replaceAll("\\s", "");
                shares.merge(row.path("invoice").asText(""), new BigDecimal(text), BigDecimal::add);
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new Refused("The amounts cannot be read; please write them like 1234.50.");
        }
        if (shares.isEmpty()) {
            throw new Refused("Please choose at least one invoice and enter its part of the payment.");
        }
        return shares;
    }
}
