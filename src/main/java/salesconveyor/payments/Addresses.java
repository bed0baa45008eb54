package salesconveyor.payments;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.billing.Invoice;
import salesconveyor.companies.Companies;
import salesconveyor.selling.Ordering;

/** Where letters about an invoice go: to whom the order was made with, else to the company's own address. */
@Component
@Transactional
class Addresses {
    private final Ordering ordering;
    private final Companies companies;

    Addresses(Ordering ordering, Companies companies) {
        this.ordering = ordering;
        this.companies = companies;
    }

    Optional<String> of(Invoice invoice) {
        return Optional.ofNullable(ordering.get(invoice.orderNumber()).email())
                .or(() -> Optional.ofNullable(
                        companies.get(invoice.companyNumber()).email()));
    }
}
