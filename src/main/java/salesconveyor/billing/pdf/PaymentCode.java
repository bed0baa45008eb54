package salesconveyor.billing.pdf;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import salesconveyor.companies.Seller;

/**
 * The text of a payment QR code: EPC069-12 version 002 for euro accounts (at most 331 bytes, error correction M), or
 * ST00012 of GOST R 56042-2014 for rouble accounts (the sum in kopecks, no vertical bar in a value).
 */
public final class PaymentCode {
    private PaymentCode() {}

    /** Empty where no banking app would understand it. */
    public static Optional<String> of(Seller seller, BigDecimal amount, String reference) {
        if (amount.signum() <= 0) {
            return Optional.empty();
        }
        if (seller.currency().equals("EUR")) {
            return Optional.of(epc(seller, amount, reference));
        }
        return seller.profile().equals("RU") && seller.currency().equals("RUB") && seller.bic() != null
                ? Optional.of(gost(seller, amount, reference))
                : Optional.empty();
    }

    private static String epc(Seller seller, BigDecimal amount, String reference) {
        String name = seller.name().length() > 70 ? seller.name().substring(0, 70) : seller.name();
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                seller.bic() == null ? "" : seller.bic(),
                name,
                seller.iban().replace(" ", ""),
                "EUR" + amount.toPlainString(),
                "",
                "",
                reference);
    }

    private static String gost(Seller seller, BigDecimal amount, String reference) {
        Map<String, String> fields = new LinkedHashMap<>();
        // The first five are required, in this order; what is not known is left out.
        fields.put("Name", cut(seller.name(), 160));
        fields.put("PersonalAcc", cut(seller.iban(), 40).replace(" ", ""));
        fields.put("BankName", cut(seller.bank(), 45));
        fields.put("BIC", cut(seller.bic(), 9));
        fields.put("CorrespAcc", seller.correspondentAccount() == null ? "0" : cut(seller.correspondentAccount(), 20));
        fields.put("PayeeINN", cut(seller.taxNumber(), 12));
        fields.put("KPP", cut(seller.kpp(), 9));
        fields.put("Purpose", cut(reference, 210));
        fields.put("Sum", amount.movePointRight(2).toBigInteger().toString());
        return "ST00012|"
                + fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("|"));
    }

    /** As much as the standard holds of a value. */
    private static String cut(@Nullable String value, int longest) {
        String text = value == null ? "" : value.replace('|', ' ').strip();
        return text.length() > longest ? text.substring(0, longest).strip() : text;
    }
}
