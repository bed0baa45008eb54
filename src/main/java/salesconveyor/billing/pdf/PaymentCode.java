package salesconveyor.billing.pdf;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import salesconveyor.companies.Seller;

/**
 * The text of a payment QR code: EPC069-12 version 002 for euro accounts (at most 331 bytes, error correction M), or
 * ST00012 of GOST R 56042-2014 for rouble accounts (the sum in kopecks, no vertical bar in a value).
 */
public final class PaymentCode {
    private PaymentCode() {}

    /** Empty where no banking app would understand it. */
    public static Optional<String> of(Seller seller, BigDecimal amount, String reference) {
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
        return "ST00012|"
                + Stream.of(
                                "Name=" + clean(seller.name()),
                                "PersonalAcc=" + clean(seller.iban()).replace(" ", ""),
                                "BankName=" + clean(seller.bank() == null ? "" : seller.bank()),
                                "BIC=" + clean(String.valueOf(seller.bic())),
                                "CorrespAcc="
                                        + clean(
                                                seller.correspondentAccount() == null
                                                        ? "0"
                                                        : seller.correspondentAccount()),
                                "PayeeINN=" + clean(seller.taxNumber() == null ? "" : seller.taxNumber()),
                                "Purpose=" + clean(reference),
                                "Sum=" + amount.movePointRight(2).toBigInteger())
                        .collect(Collectors.joining("|"));
    }

    private static String clean(String value) {
        return value.replace('|', ' ');
    }
}
