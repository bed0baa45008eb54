package salesconveyor.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.mail.Mail;
import salesconveyor.shared.Texts;

/** Brings the closing papers of a delivery to the client. */
@Component
@Transactional
public class ClosingSending {
    private final Closing closing;
    private final ClosingPapers papers;
    private final ClosingSheet sheet;
    private final ClientMail mail;
    private final PaperTrace trace;
    private final Texts texts;

    ClosingSending(
            Closing closing, ClosingPapers papers, ClosingSheet sheet, ClientMail mail, PaperTrace trace, Texts texts) {
        this.closing = closing;
        this.papers = papers;
        this.sheet = sheet;
        this.mail = mail;
        this.trace = trace;
        this.texts = texts;
    }

    /**
     * The closing papers that go with the letter of a delivery; they are written now if they are not there yet.
     *
     * @param delivered the quantity that this delivery holds, by line of the order
     */
    public List<Mail.Attachment> attach(
            String order, String shipment, LocalDate shipped, Map<Integer, BigDecimal> delivered) {
        List<String> numbers = closing.close(order, shipment, shipped, delivered);
        numbers.forEach(number -> trace.once(number, PaperTrace.SENT));
        return numbers.stream().map(this::file).toList();
    }

    /** Mails the very same paper once more. @param who asks for it */
    public void sendAgain(String number, String who) {
        ClosingPaper paper = papers.find(number).orElseThrow();
        trace.add(number, PaperTrace.SENT_AGAIN, who);
        mail.post(
                paper.orderNumber(),
                "closing-" + number + "-" + trace.count(number, PaperTrace.SENT_AGAIN),
                texts.say("Closing paper {0} for your order {1}", number, paper.orderNumber()),
                texts.say("Please find the closing paper {0} attached. Please sign it and send it back.", number),
                file(number));
    }

    private Mail.Attachment file(String number) {
        return new Mail.Attachment(number + ".pdf", "application/pdf", sheet.of(number));
    }
}
