package salesconveyor.development;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Refused;
import salesconveyor.selling.Sales;

/** What account managers bring back from a contact, and the repeat order that follows. */
@Component
@Transactional
class AccountKeeping {
    private static final Set<String> ORDERS = Set.of("NEXT_ORDER", "WIDER_RANGE");

    /** What a note of a sale holds at most. */
    private static final int LONGEST_NOTE = 4000;

    private final Clients clients;
    private final Contacts contacts;
    private final Contacting contacting;
    private final Opportunities opportunities;
    private final Sales sales;
    private final DevelopmentMessages messages;

    AccountKeeping(
            Clients clients,
            Contacts contacts,
            Contacting contacting,
            Opportunities opportunities,
            Sales sales,
            DevelopmentMessages messages) {
        this.clients = clients;
        this.contacts = contacts;
        this.contacting = contacting;
        this.opportunities = opportunities;
        this.sales = sales;
        this.messages = messages;
    }

    /**
     * @param offered the article numbers of the products that the form offered, one a line
     * @return the outcome, which the next gateway asks for
     */
    String record(String company, @Nullable String offered, FormValues form, @Nullable String author) {
        String outcome = form.required("outcome");
        String wish = form.text("wish");
        String notes = form.text("contactNotes");
        List<String> chosen = chosen(offered == null ? "" : offered, form);
        if (ORDERS.contains(outcome) && wish == null && chosen.isEmpty()) {
            throw new Refused("Please write what the client wants to order, or choose a product.");
        }
        contacts.add(
                company,
                author,
                outcome,
                wish,
                notes,
                form.text("lostReason"),
                ORDERS.contains(outcome) ? chosen : List.of());
        clients.own(company, author);
        switch (outcome) {
            case "LOST" -> clients.state(company, Client.State.LOST);
            case "DO_NOT_CALL" -> {
                clients.state(company, Client.State.CONTACT_FORBIDDEN);
                contacting.forbid(company, ContactScope.COMPANY, notes, company);
            }
            default -> {
                // The case goes on.
            }
        }
        return outcome;
    }

    private static List<String> chosen(String offered, FormValues form) {
        List<String> skus = offered.lines().toList();
        return IntStream.rangeClosed(1, RangeGap.AT_MOST)
                .filter(place -> form.flag("gapChosen" + place))
                .filter(place -> place <= skus.size())
                .mapToObj(place -> skus.get(place - 1))
                .toList();
    }

    /** Opens the repeat order of the last contact and hands it to selling, once for each contact. */
    void requestRepeatOrder(String company) {
        contacts.of(company).stream()
                .findFirst()
                .filter(contact -> ORDERS.contains(contact.outcome()) && contact.opportunityNumber() == null)
                .ifPresent(contact -> {
                    String manager = clients.get(company).manager();
                    String opportunity = opportunities.addRepeat(company, manager);
                    contacts.requested(contact.id(), opportunity);
                    sales.open(opportunity, company);
                    sales.tell(
                            opportunity,
                            "contactClient",
                            contact.outcome(),
                            contact.author(),
                            shortened(contact.text()));
                    contact.skus().forEach(sku -> sales.wish(opportunity, sku));
                    messages.repeatOrderRequested(opportunity, company, manager);
                });
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_NOTE));
    }
}
