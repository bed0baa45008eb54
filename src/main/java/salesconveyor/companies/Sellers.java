package salesconveyor.companies;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.engine.Refused;

/** The seller's own data: one row that an administrator fills in. */
@Component
@Transactional
public class Sellers {
    private final JdbcClient jdbc;
    private final SellerRules rules;

    Sellers(JdbcClient jdbc, SellerRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    public Optional<Seller> find() {
        return jdbc.sql("select name, street, postcode, city, country, vat_id, tax_number, iban, bic, bank,"
                        + " correspondent_account, email, phone, currency, profile, kpp, signatory from seller")
                .query(Seller.class)
                .optional();
    }

    /** The seller, who must have been entered before anything is billed. */
    public Seller get() {
        return find().orElseThrow(
                        () -> new IllegalStateException(
                                "The seller's data is missing: an administrator enters it on the page /pages/setup; then retry this step"));
    }

    /** The fields of {@link Seller} that must be filled in before anything is billed, by their names. */
    public List<String> missing() {
        return rules.missing(find().orElse(null));
    }

    /** @throws Refused where a paper or a payment with these data would go wrong */
    public void save(Seller entered) {
        Seller seller = rules.checked(entered);
        jdbc.sql("delete from seller").update();
        jdbc.sql("insert into seller (id, name, street, postcode, city, country, vat_id, tax_number, iban, bic, bank,"
                        + " correspondent_account, email, phone, currency, profile, kpp, signatory)"
                        + " values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        seller.name(),
                        seller.street(),
                        seller.postcode(),
                        seller.city(),
                        seller.country(),
                        seller.vatId(),
                        seller.taxNumber(),
                        seller.iban(),
                        seller.bic(),
                        seller.bank(),
                        seller.correspondentAccount(),
                        seller.email(),
                        seller.phone(),
                        seller.currency(),
                        seller.profile(),
                        seller.kpp(),
                        seller.signatory())
                .update();
    }
}
