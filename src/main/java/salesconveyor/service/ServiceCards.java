package salesconveyor.service;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;

/** What stands on the form of every task of this stage. */
@Component
@Transactional(readOnly = true)
class ServiceCards {
    /**
     * @param contact whom to ask for, and on which number
     * @param story what was said and decided so far, one note a line
     */
    record Card(String company, String contact, String story) {}

    private final Companies companies;
    private final ServedOrders orders;

    ServiceCards(Companies companies, ServedOrders orders) {
        this.companies = companies;
        this.orders = orders;
    }

    Card of(String order, String company) {
        var card = companies.get(company);
        String contact = Stream.of(card.person(), card.position(), card.phone(), card.email(), card.city())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return new Card(card.name(), contact, orders.story(order));
    }
}
