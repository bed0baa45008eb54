package salesconveyor.payments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes statements in camt.053 as a bank does. */
public final class CamtFile {
    /** The demo company's account. */
    static final String OURS = "DE89370400440532013000";

    private final String account;
    private final String lastDay;
    private final List<String> entries = new ArrayList<>();
    private String period = "";
    private String closing = "1.00";

    private CamtFile(String account, String lastDay) {
        this.account = account;
        this.lastDay = lastDay;
    }

    public static CamtFile upTo(String lastDay) {
        return new CamtFile(OURS, lastDay);
    }

    /** Its first day and its balances, as many banks tell them. */
    CamtFile since(String firstDay, String opening, String closing) {
        period = """
                <FrToDt><FrDtTm>%sT00:00:00</FrDtTm><ToDtTm>%sT23:59:59</ToDtTm></FrToDt>
                <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
                  <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>""".formatted(firstDay, lastDay, opening, firstDay);
        this.closing = closing;
        return this;
    }

    static CamtFile of(String account, String lastDay) {
        return new CamtFile(account, lastDay);
    }

    public CamtFile in(String reference, String amount, String iban, String text) {
        return entry(reference, "EUR", amount, "CRDT", iban, text, "");
    }

    CamtFile dollars(String reference, String amount, String iban, String text) {
        return entry(reference, "USD", amount, "CRDT", iban, text, "");
    }

    CamtFile out(String reference, String amount, String text) {
        return entry(reference, "EUR", amount, "DBIT", "DE00", text, "");
    }

    CamtFile paidTo(String reference, String amount, String iban) {
        return entry(reference, "EUR", amount, "DBIT", iban, "Your credit", "");
    }

    public CamtFile returned(String reference, String amount, String iban) {
        return entry(
                reference,
                "EUR",
                amount,
                "DBIT",
                iban,
                "Rueckgabe",
                "<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>account closed</AddtlInf></RtrInf>");
    }

    private CamtFile entry(
            String reference, String currency, String amount, String sign, String iban, String text, String more) {
        entries.add("""
                <Ntry><Amt Ccy="%s">%s</Amt><CdtDbtInd>%s</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                    <RltdPties><Dbtr><Nm>Payer %s</Nm></Dbtr><DbtrAcct><Id><IBAN>%s</IBAN></Id></DbtrAcct></RltdPties>
                    <RmtInf><Ustrd>%s</Ustrd></RmtInf>%s</TxDtls></NtryDtls></Ntry>""".formatted(currency, amount, sign, lastDay, lastDay, reference, iban, iban, text, more));
        return this;
    }

    public byte[] bytes() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                  <GrpHdr><MsgId>M</MsgId></GrpHdr>
                  <Stmt><Id>S-%s</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>%s
                    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt>
                      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                    %s</Stmt>
                </BkToCstmrStmt></Document>""".formatted(lastDay, account, period, closing, lastDay, String.join("\n", entries))
                .getBytes(StandardCharsets.UTF_8);
    }
}
