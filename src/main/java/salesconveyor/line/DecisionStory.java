package salesconveyor.line;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Judgements;
import salesconveyor.work.DecisionHistory;
import salesconveyor.work.DecisionHistory.Decided;

/** Why the decisions of a case fell, for those who may decide about it: its owner and heads of sales. */
@Component
@Transactional(readOnly = true)
class DecisionStory {
    private final DecisionHistory decisions;
    private final Judgements judgements;

    DecisionStory(DecisionHistory decisions, Judgements judgements) {
        this.decisions = decisions;
        this.judgements = judgements;
    }

    /** Oldest first; a decision that fell the same way again and again is told once. */
    List<CaseStory.Entry> of(CaseFile file, Viewer viewer) {
        if (!file.mayBeDecidedBy(viewer)) {
            return List.of();
        }
        boolean blind = judgements.isPending(file.number());
        List<CaseStory.Entry> story = new ArrayList<>();
        List<Decided> told = new ArrayList<>();
        for (Decided decided : decisions.of(file.number())) {
            // A head of sales may be the manager who judges: what the sieve said must not be known before.
            if (!(blind && decided.decision().equals(Judgements.SIEVE)) && !isToldBefore(decided, told)) {
                told.add(decided);
                story.add(new CaseStory.Entry(decided.decided(), decided.question(), null, text(decided)));
            }
        }
        return story;
    }

    private static boolean isToldBefore(Decided decided, List<Decided> told) {
        return told.stream()
                .filter(before -> before.decision().equals(decided.decision())
                        && String.valueOf(before.about()).equals(String.valueOf(decided.about())))
                .reduce((before, later) -> later)
                .filter(before -> before.result().equals(decided.result())
                        && String.valueOf(before.rule()).equals(String.valueOf(decided.rule())))
                .isPresent();
    }

    private static String text(Decided decided) {
        return decided.about() == null ? decided.told() : decided.about() + ": " + decided.told();
    }
}
