package salesconveyor.acquisition;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import salesconveyor.shared.Sentence;

/** Where inquiries arrive, from the page and by JSON alike. */
@Component
public class InquiryDesk {
    private static final Logger LOG = LoggerFactory.getLogger(InquiryDesk.class);
    private static final int TRIES = 3;

    private final InquiryCheck check;
    private final Inquiring inquiring;

    InquiryDesk(InquiryCheck check, Inquiring inquiring) {
        this.check = check;
        this.inquiring = inquiring;
    }

    /** @return what is wrong with it, by field; empty when it was taken */
    public Map<String, Sentence> receive(InquiryForm form, Visit visit) {
        if (form.isTrap()) {
            LOG.info("An inquiry filled in the field that people do not see; it was not taken");
            return Map.of();
        }
        InquiryCheck.Checked checked = check.check(form);
        if (checked.clean() != null) {
            take(checked.clean(), form, visit);
        }
        return checked.problems();
    }

    private void take(InquiryCheck.Clean inquiry, InquiryForm form, Visit visit) {
        for (int attempt = 1; ; attempt++) {
            try {
                inquiring.receive(inquiry, form.wantsNews(), form.mailing(), visit);
                return;
            } catch (TransientDataAccessException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
