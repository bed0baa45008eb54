package salesconveyor.development;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.CompanySize;
import salesconveyor.selling.OrderHistory;

/** What similar clients buy and this one does not: what most of them buy first, then what earns most with them. */
@Component
@Transactional(readOnly = true)
class RangeGap {
    /** Whom a client is compared with: the narrowest group that is large enough. */
    enum Basis {
        INDUSTRY_AND_SIZE,
        INDUSTRY,
        ALL,
        /** Even all clients together are too few to say anything. */
        NONE
    }

    /** A product that similar clients buy, and how many of them do. */
    record Missing(String sku, String product, int buyers) {}

    /** @param similar how many clients the client is compared with */
    record Gap(Basis basis, int similar, List<Missing> missing) {}

    /** As many as the form of the contact offers. */
    static final int AT_MOST = 5;
    /** Enough to know what is bought; the newest buyers of a large company are compared. */
    private static final int MOST_COMPARED = 1000;

    private final Companies companies;
    private final OrderHistory orders;
    private final int atLeast;

    RangeGap(
            Companies companies,
            OrderHistory orders,
            @Value("${conveyor.development.similar-at-least:5}") int atLeast) {
        this.companies = companies;
        this.orders = orders;
        this.atLeast = atLeast;
    }

    Gap of(Company company) {
        List<String> group = List.of();
        if (company.industry() != null && !company.industry().isBlank()) {
            Map<String, CompanySize> industry = companies.ofIndustry(company.industry());
            CompanySize own = CompanySize.of(company.leastEmployees());
            group = others(
                    company,
                    industry.entrySet().stream()
                            .filter(one -> own != CompanySize.UNKNOWN && one.getValue() == own)
                            .map(Map.Entry::getKey)
                            .toList());
            if (group.size() >= atLeast) {
                return gap(Basis.INDUSTRY_AND_SIZE, company, group);
            }
            group = others(company, industry.keySet());
        }
        if (group.size() >= atLeast) {
            return gap(Basis.INDUSTRY, company, group);
        }
        group = orders.buyers(MOST_COMPARED).stream()
                .filter(number -> !number.equals(company.number()))
                .toList();
        return group.size() >= atLeast ? gap(Basis.ALL, company, group) : new Gap(Basis.NONE, group.size(), List.of());
    }

    private List<String> others(Company company, Collection<String> numbers) {
        return orders.buyers(numbers).stream()
                .filter(number -> !number.equals(company.number()))
                .limit(MOST_COMPARED)
                .toList();
    }

    private Gap gap(Basis basis, Company company, List<String> similar) {
        Set<String> own = orders.bought(company.number()).stream()
                .map(OrderHistory.Bought::sku)
                .collect(Collectors.toSet());
        return new Gap(
                basis,
                similar.size(),
                orders.popular(similar).stream()
                        .filter(product -> !own.contains(product.sku()))
                        .limit(AT_MOST)
                        .map(product -> new Missing(product.sku(), product.name(), product.clients()))
                        .toList());
    }
}
