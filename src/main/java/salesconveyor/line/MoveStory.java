package salesconveyor.line;

import java.util.List;
import org.springframework.stereotype.Component;
import salesconveyor.engine.RunningCases;
import salesconveyor.shared.Texts;
import salesconveyor.work.Moves;

/** How the tasks of a case changed hands without anybody completing them. */
@Component
class MoveStory {
    private final Moves moves;
    private final RunningCases running;
    private final Texts texts;

    MoveStory(Moves moves, RunningCases running, Texts texts) {
        this.moves = moves;
        this.running = running;
        this.texts = texts;
    }

    List<CaseStory.Entry> of(CaseFile file, Viewer viewer) {
        return moves.of(file.number()).stream()
                .filter(move -> StoryRights.sees(viewer.groups(), move.role()))
                .map(move -> new CaseStory.Entry(
                        move.moved(), running.name(move.process(), move.station()), move.by(), told(move)))
                .toList();
    }

    private String told(Moves.Move move) {
        String from = move.from() == null ? texts.say("the group") : move.from();
        String to = move.to() == null ? texts.say("the group") : move.to();
        return switch (move.reason()) {
            case IDLE -> texts.say("Given back to the group: {0} took it and did not work on it for a while.", from);
            case UNTOUCHED -> texts.say("Given back to the group: it was overdue, and {0} did not work on it.", from);
            case REASSIGNED -> texts.say("Moved from {0} to {1}.", from, to);
            case SUBSTITUTED -> texts.say("Moved from {0}, who is away, to {1}.", from, to);
            case RETURNED -> texts.say("{1} is back: moved from {0} to {1}.", from, to);
            case LEFT -> texts.say("Moved from {0}, who has left, to {1}.", from, to);
        };
    }
}
