package salesconveyor.development;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.selling.OrderHistory;

/** What clients of the same industry buy and this one does not. */
@Component
@Transactional(readOnly = true)
class RangeGap {
    /** A product, how many similar clients buy it, and how many similar clients there are. */
    record Missing(String product, int buyers, int similar) {}

    private static final int AT_MOST = 5;

    private final Companies companies;
    private final OrderHistory orders;

    RangeGap(Companies companies, OrderHistory orders) {
        this.companies = companies;
        this.orders = orders;
    }

    List<Missing> of(Company company) {
        if (company.industry() == null || company.industry().isBlank()) {
            return List.of();
        }
        List<String> similar = orders.buyers(companies.ofIndustry(company.industry())).stream()
                .filter(number -> !number.equals(company.number()))
                .toList();
        Set<String> own = orders.bought(company.number()).stream()
                .map(OrderHistory.Bought::sku)
                .collect(Collectors.toSet());
        return orders.popular(similar).stream()
                .filter(product -> !own.contains(product.sku()))
                .limit(AT_MOST)
                .map(product -> new Missing(product.name(), product.clients(), similar.size()))
                .toList();
    }
}
