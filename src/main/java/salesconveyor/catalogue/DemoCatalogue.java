package salesconveyor.catalogue;

import java.math.BigDecimal;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the demo company sells: packaging. */
@Component
@Profile("demo")
class DemoCatalogue implements SmartInitializingSingleton {
    private final Products products;

    DemoCatalogue(Products products) {
        this.products = products;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (products.offered().isEmpty()) {
            add("BOX-S", "Shipping box, small", "Boxes", "0.80", "0.46");
            add("BOX-L", "Shipping box, large", "Boxes", "1.90", "1.12");
            add("PAL-EU", "Pallet cover", "Pallets", "3.40", "2.05");
            add("TAPE-48", "Packing tape 48 mm", "Consumables", "2.20", "1.01");
            add("FILM-500", "Stretch film 500 mm", "Consumables", "9.50", "6.30");
            add("PRINT", "Printing of a logo, set-up", "Services", "120.00", "55.00");
        }
    }

    private void add(String sku, String name, String category, String price, String cost) {
        products.save(new Product(
                sku,
                name,
                category,
                "pcs",
                new BigDecimal(price),
                new BigDecimal(cost),
                new BigDecimal("19.00"),
                true));
    }
}
