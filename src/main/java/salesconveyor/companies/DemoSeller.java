package salesconveyor.companies;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The demo company. The account is the example of the IBAN registry. */
@Component
@Profile("demo")
class DemoSeller implements SmartInitializingSingleton {
    private final Sellers sellers;

    DemoSeller(Sellers sellers) {
        this.sellers = sellers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (sellers.find().isEmpty()) {
            sellers.save(new Seller(
                    "Demo Packaging GmbH",
                    "Musterstraße 1",
                    "10115",
                    "Berlin",
                    "DE",
                    "DE123456788",
                    null,
                    "DE89370400440532013000",
                    "COBADEFFXXX",
                    "Commerzbank",
                    null,
                    "sales@example.com",
                    "+49 30 901820",
                    "EUR",
                    "EU",
                    null,
                    null));
        }
    }
}
