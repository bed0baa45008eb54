package salesconveyor.payments.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import salesconveyor.engine.Refused;

/** Makes one {@link Entry} of a booked {@code Ntry}, or one for each payment of a batch. */
final class EntryReader {
    static final String NO_DATE = "An entry of {0} has no booking date. Ask the bank for a correct file.";
    static final String BATCH =
            "The payments of a batch of {0} do not add up to it. It stays one entry: divide it by hand.";
    static final String FRACTION = "The amount {0} has more than two decimals. Check this entry by hand.";
    private static final Set<String> PLACEHOLDERS = Set.of("NOTPROVIDED", "NONREF", "NOREF", "NOT PROVIDED");
    private static final Set<String> RETURNS = Set.of("RRTN", "ARET", "UPDD", "RPCR", "AREV", "PRDD", "UPCQ");

    private final String account;
    private final Keys keys;
    private final List<Warning> warnings;

    EntryReader(String account, Keys keys, List<Warning> warnings) {
        this.account = account;
        this.keys = keys;
        this.warnings = warnings;
    }

    void read(Element entry, List<Entry> into) {
        BigDecimal total = Facts.signed(entry);
        if (total.scale() > 2) {
            warnings.add(new Warning(FRACTION, total.toPlainString()));
        }
        List<Element> payments = entry.all("NtryDtls/TxDtls");
        if (payments.size() < 2) {
            into.add(entry(entry, payments.isEmpty() ? entry : payments.get(0), total, 0));
            return;
        }
        List<@Nullable BigDecimal> amounts =
                payments.stream().map(payment -> amount(entry, payment)).toList();
        boolean addsUp = !amounts.contains(null)
                && amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(total) == 0;
        if (!addsUp) {
            warnings.add(new Warning(BATCH, total.toPlainString()));
            into.add(entry(entry, entry, total, 0));
            return;
        }
        for (int i = 0; i < payments.size(); i++) {
            into.add(entry(entry, payments.get(i), amounts.get(i), i + 1));
        }
    }

    /** The payment's part of the batch in the account's currency, null where the bank does not tell. */
    private static @Nullable BigDecimal amount(Element entry, Element payment) {
        String currency = Facts.currency(entry);
        return Stream.of("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/InstdAmt/Amt")
                .flatMap(path -> payment.all(path).stream())
                .filter(amount -> currency.equals(amount.currency()))
                .findFirst()
                .map(amount -> Facts.number(amount.text()))
                .map(amount -> Facts.sign(payment.text("CdtDbtInd") == null ? entry : payment, amount))
                .orElse(null);
    }

    private Entry entry(Element entry, Element payment, BigDecimal amount, int indexInBatch) {
        LocalDate valueDate = Facts.date(entry.text("ValDt/Dt", "ValDt/DtTm"));
        LocalDate booked = Facts.date(entry.text("BookgDt/Dt", "BookgDt/DtTm"));
        if (booked == null) {
            booked = valueDate;
        }
        if (booked == null) {
            throw new Refused(NO_DATE, amount.toPlainString());
        }
        LocalDate value = Objects.requireNonNullElse(valueDate, booked);
        String text = text(entry, payment);
        String bankReference = given(entry.text("AcctSvcrRef"));
        int index = indexInBatch;
        if (bankReference == null) {
            bankReference = given(payment.text("Refs/AcctSvcrRef"));
            index = 0;
        }
        String currency = Facts.currency(entry);
        String endToEndId = given(payment.text("Refs/EndToEndId"));
        String key = bankReference != null
                ? keys.byReference(account, bankReference, index)
                : keys.byContent(
                        account,
                        booked.toString(),
                        value.toString(),
                        amount.toPlainString(),
                        currency,
                        text,
                        Objects.requireNonNullElse(endToEndId, ""));
        boolean returned = isReturned(entry, payment);
        Party party = Party.of(payment, amount.signum() > 0 != returned, account);
        String reference = payment.text("RmtInf/Strd/CdtrRefInf/Ref", "RmtInf/Strd/CdtrRefInf/CdtrRef");
        return new Entry(
                key,
                amount,
                currency,
                booked,
                value,
                endToEndId,
                reference == null ? null : reference.replace(" ", ""),
                text,
                party.name(),
                party.iban(),
                null,
                returned,
                returned ? payment.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry", "RtrInf/AddtlInf") : null);
    }

    private static boolean isReturned(Element entry, Element payment) {
        return payment.first("RtrInf") != null
                || Set.of("true", "1").contains(Objects.requireNonNullElse(entry.text("RvslInd"), ""))
                || Stream.of(entry, payment)
                        .map(element -> element.text("BkTxCd/Domn/Fmly/SubFmlyCd"))
                        .anyMatch(code -> code != null && RETURNS.contains(code));
    }

    private static String text(Element entry, Element payment) {
        String remittance = Stream.of("RmtInf/Ustrd", "RmtInf/Strd/RfrdDocInf/Nb", "RmtInf/Strd/AddtlRmtInf")
                .flatMap(path -> payment.all(path).stream())
                .map(Element::text)
                .collect(Collectors.joining(" "));
        return remittance.isBlank()
                ? Objects.requireNonNullElse(
                        payment.text("AddtlTxInf"), Objects.requireNonNullElse(entry.text("AddtlNtryInf"), ""))
                : remittance;
    }

    private static @Nullable String given(@Nullable String reference) {
        return reference == null || PLACEHOLDERS.contains(reference.toUpperCase(Locale.ROOT)) ? null : reference;
    }
}
