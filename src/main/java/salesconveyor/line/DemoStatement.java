package salesconveyor.line;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import salesconveyor.billing.Invoice;
import salesconveyor.engine.Upload;

/** The demo company's bank statement in camt.053: it pays invoices, and has an entry that no rule can place. */
class DemoStatement {
    private final LocalDate day;
    private final String account;
    private final List<String> entries = new ArrayList<>();

    DemoStatement(LocalDate day, String account) {
        this.day = day;
        this.account = account;
    }

    void pays(Invoice invoice, String payer) {
        entry(invoice.gross().toPlainString(), payer, "Invoice " + invoice.number());
    }

    void entry(String amount, String payer, String purpose) {
        entries.add("""
                <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
                  <BookgDt><Dt>%s</Dt></BookgDt><ValDt><Dt>%s</Dt></ValDt><AcctSvcrRef>DEMO-%d</AcctSvcrRef>
                  <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                    <RltdPties><Dbtr><Nm>%s</Nm></Dbtr></RltdPties>
                    <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amount, day, day, entries.size() + 1, payer, purpose));
    }

    Upload file() {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
                  <GrpHdr><MsgId>DEMO</MsgId></GrpHdr>
                  <Stmt><Id>DEMO-%s</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>
                    <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">1.00</Amt>
                      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>
                    %s</Stmt>
                </BkToCstmrStmt></Document>""".formatted(day, account, day, String.join("", entries));
        return new Upload("statement.xml", "application/xml", xml.getBytes(StandardCharsets.UTF_8));
    }
}
