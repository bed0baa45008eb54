package salesconveyor.line;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Contacting;
import salesconveyor.engine.Refused;

/** Cancels a case or forbids contact with its company, from outside of a task, and keeps who did it and why. */
@Component
@Transactional
public class CaseDeciding {
    /** How it went. */
    public enum Answer {
        DONE,
        UNKNOWN,
        NOT_ALLOWED,
        CLOSED
    }

    private static final int LONGEST_REASON = 2000;

    private final CaseFiles files;
    private final LineMessages messages;
    private final Contacting contacting;
    private final CaseDecisions decisions;

    CaseDeciding(CaseFiles files, LineMessages messages, Contacting contacting, CaseDecisions decisions) {
        this.files = files;
        this.messages = messages;
        this.contacting = contacting;
        this.decisions = decisions;
    }

    /** Ends the case in whatever stage it is. */
    public Answer cancel(String number, @Nullable String reason, Viewer viewer) {
        Optional<CaseFile> file = files.find(number);
        Answer obstacle = obstacle(file, viewer);
        if (obstacle != null) {
            return obstacle;
        }
        String why = checked(reason);
        if (messages.caseCancelled(number) == 0) {
            return Answer.CLOSED;
        }
        decisions.add(file.orElseThrow(), CaseDecisions.CANCELLED, why, viewer.login());
        return Answer.DONE;
    }

    /** Nobody contacts the company any more, in this case or another one. */
    public Answer forbidContact(String number, @Nullable String scope, @Nullable String reason, Viewer viewer) {
        Optional<CaseFile> file = files.find(number);
        Answer obstacle = obstacle(file, viewer);
        if (obstacle != null) {
            return obstacle;
        }
        String why = checked(reason);
        ContactScope asked = Arrays.stream(ContactScope.values())
                .filter(known -> known.name().equals(scope))
                .findFirst()
                .orElseThrow(() -> new Refused("Please choose what kind of contact is forbidden."));
        decisions.add(file.orElseThrow(), asked.name(), why, viewer.login());
        contacting.forbid(file.orElseThrow().companyNumber(), asked, why, null);
        return Answer.DONE;
    }

    private static @Nullable Answer obstacle(Optional<CaseFile> file, Viewer viewer) {
        if (file.isEmpty()) {
            return Answer.UNKNOWN;
        }
        return file.get().mayBeDecidedBy(viewer) ? null : Answer.NOT_ALLOWED;
    }

    private static String checked(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refused("Please enter the reason.");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refused("The reason is longer than {0} characters; please shorten it.", LONGEST_REASON);
        }
        return reason.strip();
    }
}
