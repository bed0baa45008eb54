package salesconveyor.development;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.SuppressionList;

/** Takes clients over from the line. */
@Component
@Transactional
public class Developing {
    private final Clients clients;
    private final Contacts contacts;
    private final SuppressionList suppressions;
    private final DevelopmentMessages messages;

    Developing(Clients clients, Contacts contacts, SuppressionList suppressions, DevelopmentMessages messages) {
        this.clients = clients;
        this.contacts = contacts;
        this.suppressions = suppressions;
        this.messages = messages;
    }

    /**
     * An order was served: a new client's development begins, a running one plans anew, and one that was lost or
     * cancelled begins again. Nothing happens after "do not contact", nor for an order that was handed over already.
     */
    public void handOver(String company, String order, @Nullable String manager) {
        Clients.Taken taken = clients.take(company, order, manager);
        if (taken == Clients.Taken.START && suppressions.forbids(company, ContactScope.PHONE)) {
            clients.state(company, Client.State.CONTACT_FORBIDDEN);
        } else if (taken == Clients.Taken.START) {
            messages.clientHandedOver(company, clients.get(company).accountManager());
        } else if (taken == Clients.Taken.TELL) {
            messages.orderServed(company);
        }
    }

    /** The client was lost over an order: its running development ends; a new order starts it again. */
    public void lost(String company) {
        clients.find(company)
                .filter(client -> client.state() == Client.State.ACTIVE)
                .ifPresent(client -> {
                    clients.lock(company);
                    messages.caseCancelled(company);
                    clients.state(company, Client.State.LOST);
                });
    }

    /** Whether a client's development is or was our work. */
    public boolean isClient(String company) {
        return clients.find(company).isPresent();
    }

    /** Who took the client first; nobody yet. */
    public Optional<String> accountManager(String company) {
        return clients.find(company).map(Client::accountManager);
    }

    /**
     * Somebody has left: their clients get another owner.
     *
     * @param accountManager who takes those that they keep in touch with; nobody: whoever comes first
     * @param manager who takes those that they sold to; nobody: the managers
     * @return the numbers of the clients
     */
    public Set<String> passOn(String from, @Nullable String accountManager, @Nullable String manager) {
        return clients.passOn(from, accountManager, manager);
    }

    /** What was noted of the contacts, the newest first. */
    public List<Talk> talks(String company) {
        return contacts.of(company).stream()
                .map(contact -> new Talk(contact.author(), contact.text(), contact.contacted()))
                .filter(talk -> !talk.text().isEmpty())
                .toList();
    }

    /** What was said in a contact. */
    public record Talk(@Nullable String author, String text, OffsetDateTime contacted) {}
}
