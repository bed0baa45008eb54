package salesconveyor.billing;

import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;

/** While it is open, the seller is a Russian organisation; then the old one is back. */
public class RussianSeller implements AutoCloseable {
    private final Sellers sellers;
    private final Seller before;

    public RussianSeller(Sellers sellers) {
        this.sellers = sellers;
        this.before = sellers.get();
        sellers.save(new Seller(
                "ООО «Ёлка»",
                "ул. Лесная, д. 1",
                "101000",
                "Москва",
                "RU",
                null,
                "7707083893",
                "40702810938000000001",
                "044525225",
                "ПАО Сбербанк",
                "30101810400000000225",
                "a@example.com",
                null,
                "RUB",
                "RU",
                "770701001",
                "Ёлкин П. С."));
    }

    @Override
    public void close() {
        sellers.save(before);
    }
}
