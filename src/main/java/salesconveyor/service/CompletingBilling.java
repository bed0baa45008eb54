package salesconveyor.service;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.BillingData;
import salesconveyor.billing.BillingGaps;
import salesconveyor.companies.Companies;
import salesconveyor.companies.EmailAddress;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.mail.RoleMail;
import salesconveyor.people.Role;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;

/** What an accountant completes of an order that cannot be billed. It is checked here, and again by the model. */
@Component
@Transactional
class CompletingBilling {
    /** What stands on the form: what is missing, and what is known. */
    record Page(String gaps, String email, String address, String taxNumber) {}

    private static final String STATION = "completeBilling";

    private final BillingGaps gaps;
    private final BillingData data;
    private final Ordering ordering;
    private final ServedOrders orders;
    private final Companies companies;
    private final RoleMail mail;
    private final Texts texts;
    private final int mostRounds;

    CompletingBilling(
            BillingGaps gaps,
            BillingData data,
            Ordering ordering,
            ServedOrders orders,
            Companies companies,
            RoleMail mail,
            Texts texts,
            @Value("${conveyor.service.max-billing-rounds:5}") int mostRounds) {
        this.gaps = gaps;
        this.data = data;
        this.ordering = ordering;
        this.orders = orders;
        this.companies = companies;
        this.mail = mail;
        this.texts = texts;
        this.mostRounds = mostRounds;
    }

    boolean isReady(String order) {
        return gaps.of(order).isEmpty();
    }

    Page page(String order) {
        var client = companies.get(ordering.get(order).companyNumber());
        return new Page(
                String.join("\n", gaps.of(order)),
                data.email(order).orElse(""),
                data.address(client.number()).orElse(""),
                Objects.toString(client.taxNumber(), ""));
    }

    /** @return whether the order is given up */
    boolean record(String order, FormValues form, @Nullable String accountant) {
        String outcome = form.required("outcome");
        String email = form.text("billingEmail");
        String address = form.text("billingAddress");
        String taxNumber = form.text("billingTaxNumber");
        String reason = form.text("giveUpReason");
        if (address != null) {
            data.address(ordering.get(order).companyNumber(), address, accountant);
        }
        if (taxNumber != null) {
            companies.learn(
                    ordering.get(order).companyNumber(),
                    Map.of("taxNumber", taxNumber),
                    texts.say("asked for the invoice"),
                    accountant);
        }
        switch (outcome) {
            case "READY" -> ready(order, email);
            case "SEND_BY_HAND" -> data.byPost(order, true);
            case "CANCEL" -> {
                if (reason == null) {
                    throw new Refused("Please say why the order is given up.");
                }
            }
            default -> throw new Refused("\"{0}\" does not offer the answer {1}.", form.label("outcome"), outcome);
        }
        boolean givenUp = outcome.equals("CANCEL");
        if (!givenUp && !isReady(order)) {
            throw new Refused("Still missing: {0}", String.join(" ", gaps.of(order)));
        }
        orders.note(order, STATION, outcome, accountant, givenUp ? reason : null);
        return givenUp;
    }

    /** Nobody completed the data within a working day. */
    void escalate(String order) {
        String company = companies.get(ordering.get(order).companyNumber()).name();
        mail.post(
                Role.HEADS,
                "billing-late-" + order,
                texts.say("An order waits for its billing data: {0}", company),
                texts.say(
                                "The order {0} cannot be billed, and nobody completed its data within a working day. Still missing:",
                                order)
                        + "\n"
                        + String.join("\n", gaps.of(order)));
    }

    private void ready(String order, @Nullable String email) {
        if (orders.count(order, STATION, "READY") >= mostRounds) {
            throw new Refused(
                    "The data were already completed {0} times; please send by post or give the order up.", mostRounds);
        }
        data.byPost(order, false);
        if (email != null) {
            data.email(
                    order,
                    EmailAddress.normal(email)
                            .orElseThrow(() -> new Refused("{0} is not an e-mail address; please correct it.", email)));
        }
    }
}
