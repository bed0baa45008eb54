package salesconveyor.web.setup;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Seller;
import salesconveyor.engine.Refused;

/** The seller data as it was typed in, as long as there is room for. Whether it can be right, {@code Sellers} checks. */
record SellerEntry(Map<String, String> fields) {
    Seller seller() {
        return new Seller(
                required("name", 200),
                required("street", 200),
                required("postcode", 20),
                required("city", 100),
                required("country", 2),
                text("vatId", 20),
                text("taxNumber", 20),
                required("iban", 40),
                text("bic", 11),
                text("bank", 200),
                text("correspondentAccount", 30),
                required("email", 254),
                text("phone", 60),
                required("currency", 3),
                required("profile", 2),
                text("kpp", 12),
                text("signatory", 120));
    }

    private String required(String field, int longest) {
        String value = text(field, longest);
        if (value == null) {
            throw new Refused("Please fill in all fields with a star.");
        }
        return value;
    }

    private @Nullable String text(String field, int longest) {
        String value = fields.getOrDefault(field, "").strip();
        if (value.length() > longest) {
            throw new Refused("\"{0}\" is longer than {1} characters; please shorten it.", value, longest);
        }
        return value.isEmpty() ? null : value;
    }
}
