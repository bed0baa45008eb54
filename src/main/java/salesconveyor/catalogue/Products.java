package salesconveyor.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue. */
@Component
@Transactional
public class Products {
    private final JdbcClient jdbc;

    Products(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is offered now, by category and name. */
    public List<Product> offered() {
        return jdbc.sql("select * from product where active = true order by category, name")
                .query(Product.class)
                .list();
    }

    /** The whole catalogue, what is no longer offered last. */
    public List<Product> all() {
        return jdbc.sql("select * from product order by active desc, category, name")
                .query(Product.class)
                .list();
    }

    /** All or nothing: with a bad row in it the list changes nothing. @return what was read and what is wrong */
    public PriceList take(byte[] file) {
        PriceList list = new PriceListReading().read(file);
        if (list.faults().isEmpty()) {
            list.products().forEach(this::save);
        }
        return list;
    }

    /** One product entered by hand, by the same rules and column names as a row of a price list. */
    public Product enter(Map<String, String> row, boolean active) {
        Product product = new PriceRow(row).product(active);
        save(product);
        return product;
    }

    public Optional<Product> find(String sku) {
        return jdbc.sql("select * from product where sku = ?")
                .param(sku)
                .query(Product.class)
                .optional();
    }

    /** Adds a product, or changes the one with this SKU. */
    public void save(Product product) {
        int changed = jdbc.sql("update product set name = ?, category = ?, unit = ?, price = ?, cost = ?,"
                        + " vat_rate = ?, active = ? where sku = ?")
                .params(
                        product.name(),
                        product.category(),
                        product.unit(),
                        product.price(),
                        product.cost(),
                        product.vatRate(),
                        product.active(),
                        product.sku())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into product (name, category, unit, price, cost, vat_rate, active, sku)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            product.name(),
                            product.category(),
                            product.unit(),
                            product.price(),
                            product.cost(),
                            product.vatRate(),
                            product.active(),
                            product.sku())
                    .update();
        }
    }
}
