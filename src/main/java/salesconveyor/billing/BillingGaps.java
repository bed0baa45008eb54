package salesconveyor.billing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.Sellers;
import salesconveyor.mail.Outbox;
import salesconveyor.selling.Ordering;
import salesconveyor.shared.Texts;

/** What keeps an order from being billed: data that a person must complete. */
@Component
@Transactional(readOnly = true)
public class BillingGaps {
    private final Sellers sellers;
    private final BillingData data;
    private final Ordering ordering;
    private final Companies companies;
    private final Outbox outbox;
    private final Texts texts;

    BillingGaps(Sellers sellers, BillingData data, Ordering ordering, Companies companies, Outbox outbox, Texts texts) {
        this.sellers = sellers;
        this.data = data;
        this.ordering = ordering;
        this.companies = companies;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** In whole sentences that name the way out; empty when invoices can be written and reach the client. */
    public List<String> of(String order) {
        List<String> gaps = new ArrayList<>();
        if (!sellers.missing().isEmpty()) {
            gaps.add(
                    texts.say(
                            "Our own data are incomplete, so no invoice can be written: an administrator enters them on the page /pages/setup."));
        }
        if (!data.isByPost(order)) {
            data.email(order)
                    .ifPresentOrElse(
                            address -> {
                                if (isRefused(order, address)) {
                                    gaps.add(texts.say(
                                            "The mail server refused the last letter to {0}: ask the client for another address, or confirm this one.",
                                            address));
                                }
                            },
                            () -> gaps.add(texts.say("The client has no e-mail address to send invoices to.")));
        }
        buyer(order, gaps);
        return gaps;
    }

    /**
     * A name alone is no buyer: an invoice tells his full address (2006/112/EC, article 226 (5)), in Russia his INN, too
     * (Tax Code, article 169 (5) 2).
     */
    private void buyer(String order, List<String> gaps) {
        Company buyer = companies.get(ordering.get(order).companyNumber());
        if (!data.isAddressFull(buyer.number())) {
            gaps.add(
                    texts.say(
                            "The client's billing address is missing or not complete: an invoice names at least street and town, each on a line of its own."));
        }
        boolean russian =
                sellers.find().filter(seller -> seller.profile().equals("RU")).isPresent();
        boolean abroad = buyer.country() != null && !buyer.country().equals("RU");
        if (russian && !abroad && buyer.taxNumber() == null) {
            gaps.add(texts.say("The client's INN is missing: papers without it are of no use to the client."));
        }
    }

    private boolean isRefused(String order, String address) {
        return outbox.refused(address)
                .filter(refused ->
                        data.confirmed(order).filter(refused::isBefore).isEmpty())
                .isPresent();
    }
}
