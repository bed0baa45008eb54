package salesconveyor.acquisition;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.acquisition.ListMatching.Obstacle;
import salesconveyor.acquisition.list.Column;
import salesconveyor.acquisition.list.FileRow;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;
import salesconveyor.companies.Identity;
import salesconveyor.companies.Normalising;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Decides what a row of a list is: a new company, one that we know, one to leave alone, or not readable. */
@Component
class RowJudging {
    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_ROW = 100_000;
    private static final int LONGEST_SHOWN = 500;
    private static final int MOST_SHOWN = 200;

    private final ListMatching matching;
    private final Normalising normalising;
    private final Texts texts;

    RowJudging(ListMatching matching, Normalising normalising, Texts texts) {
        this.matching = matching;
        this.normalising = normalising;
        this.texts = texts;
    }

    /** A row whose facts are in their normal form, and which of them are left out; without facts it is told why. */
    record Reading(
            ListRow row,
            @Nullable CompanyFacts facts,
            Map<Fact, Refused> leftOut,
            @Nullable ListRow wrong) {
        Optional<Identity> identity() {
            return Optional.ofNullable(facts).map(Identity::of);
        }
    }

    /** What the file alone says of a row: it cannot be read, it is empty, or it is to be compared. */
    ListRow first(FileRow row, ColumnMapping mapping) {
        Refused problem = row.problem();
        if (problem != null) {
            return wrong(
                    row.line(),
                    row.cells().stream()
                            .map(RowJudging::begin)
                            .limit(MOST_SHOWN)
                            .toList(),
                    mapping.title(row.column()),
                    problem);
        }
        if (row.cells().stream().mapToInt(String::length).sum() > LONGEST_ROW) {
            List<String> begun = row.cells().stream()
                    .map(RowJudging::begin)
                    .limit(mapping.width())
                    .toList();
            return wrong(row.line(), begun, null, new Refused("This line has more than {0} characters.", LONGEST_ROW));
        }
        if (row.isBlank()) {
            return new ListRow(
                    row.line(), row.cells(), ListRow.State.IGNORED, null, texts.say("An empty line."), null, null);
        }
        int width = mapping.width();
        if (row.cells().stream().skip(width).anyMatch(cell -> !cell.isBlank())) {
            return wrong(
                    row.line(),
                    row.cells(),
                    mapping.title(width - 1),
                    new Refused(
                            "This line has {0} cells, but there are {1} columns; is there a delimiter inside a text?",
                            row.cells().size(), width));
        }
        return new ListRow(row.line(), row.cells(), ListRow.State.READ, null, null, null, null);
    }

    Reading read(ListRow row, ColumnMapping mapping) {
        CompanyFacts raw = mapping.facts(row.cells());
        if (raw.name().isEmpty() || raw.name().length() > LONGEST_NAME) {
            return refused(
                    row,
                    mapping.title(Column.COMPANY),
                    !mapping.holds(Column.COMPANY)
                            ? new Refused("No column is known to hold the company's name; choose it and read again.")
                            : raw.name().isEmpty()
                                    ? new Refused("There is no company name.")
                                    : new Refused("The company name is longer than {0} characters.", LONGEST_NAME));
        }
        Map<Fact, Refused> leftOut = new EnumMap<>(Fact.class);
        CompanyFacts facts = normalising.lenient(raw, leftOut::put);
        Refused taxProblem = leftOut.get(Fact.TAX_NUMBER);
        if (taxProblem != null) {
            // It says who the company is: one that does not check is a mistyped row or a shifted one.
            return refused(row, mapping.title(Fact.TAX_NUMBER), taxProblem);
        }
        return new Reading(row, facts, leftOut, null);
    }

    /** @param before the new companies of this list so far; a new one is added */
    ListRow judge(Reading reading, ColumnMapping mapping, ListCompanies before, Imported imported) {
        CompanyFacts facts = reading.facts();
        if (facts == null) {
            return Objects.requireNonNull(reading.wrong());
        }
        ListRow row = reading.row();
        Identity identity = Identity.of(facts);
        Obstacle obstacle = matching.known(facts, imported)
                .or(() -> matching.inList(identity, before))
                .orElse(null);
        if (obstacle != null) {
            return new ListRow(
                    row.line(), row.cells(), obstacle.state(), null, obstacle.reason(), obstacle.company(), null);
        }
        before.add(row.line(), identity);
        return fresh(row, reading.leftOut(), mapping, ListKeys.hash(identity));
    }

    /** Of what cannot be imported only as much is kept as people need to find it. */
    private static String begin(String cell) {
        return cell.length() <= LONGEST_SHOWN ? cell : cell.substring(0, LONGEST_SHOWN) + "…";
    }

    private Reading refused(ListRow row, @Nullable String column, Refused problem) {
        return new Reading(row, null, Map.of(), wrong(row.line(), row.cells(), column, problem));
    }

    /** A company without a good phone number is still one to research: what is not well formed is left out and told. */
    private ListRow fresh(ListRow row, Map<Fact, Refused> leftOut, ColumnMapping mapping, String key) {
        List<String> titles = leftOut.keySet().stream().map(mapping::title).toList();
        List<String> reasons = leftOut.values().stream().map(this::say).toList();
        return new ListRow(
                row.line(),
                row.cells(),
                ListRow.State.NEW,
                titles.isEmpty() ? null : String.join(", ", titles),
                reasons.isEmpty() ? null : texts.say("Left out: {0}", String.join(" ", reasons)),
                null,
                key);
    }

    private ListRow wrong(int line, List<String> cells, @Nullable String column, Refused problem) {
        return new ListRow(line, cells, ListRow.State.WRONG, column, say(problem), null, null);
    }

    private String say(Refused problem) {
        return texts.say(problem.sentence(), problem.arguments());
    }
}
