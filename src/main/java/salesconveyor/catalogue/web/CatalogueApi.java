package salesconveyor.catalogue.web;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import salesconveyor.catalogue.Products;

/** What can be put into a proposal. The cost stays inside. */
@RestController
class CatalogueApi {
    record Offer(String sku, String name, String unit, BigDecimal price) {}

    private final Products products;

    CatalogueApi(Products products) {
        this.products = products;
    }

    @GetMapping("/api/catalogue/products")
    List<Offer> offered() {
        return products.offered().stream()
                .map(product -> new Offer(product.sku(), product.name(), product.unit(), product.price()))
                .toList();
    }
}
