package salesconveyor.engine.lint;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A DMN file with the questions that the rules ask of it. */
record DmnFile(String name, DmnModelInstance model) {
    Collection<Decision> decisions() {
        return model.getModelElementsByType(Decision.class);
    }

    Collection<DecisionTable> tables() {
        return model.getModelElementsByType(DecisionTable.class);
    }

    Stream<Rule> rows(DecisionTable table) {
        return table.getRules().stream();
    }

    /** Whether none of the row's conditions says anything. */
    static boolean fitsAlways(Rule row) {
        return row.getInputEntries().stream()
                .map(entry -> entry.getTextContent().strip())
                .allMatch(text -> text.isEmpty() || text.equals("-"));
    }

    Place place(DecisionTable table) {
        return new Place(idOf(table), Place.words(decision(table).getName()));
    }

    /** The row by its number, as it is seen in Modeler. */
    Place place(DecisionTable table, Rule row) {
        int number = List.copyOf(table.getRules()).indexOf(row) + 1;
        return new Place(row.getId(), idOf(table) + " #" + number);
    }

    String idOf(DecisionTable table) {
        return decision(table).getId();
    }

    private static Decision decision(DecisionTable table) {
        return (Decision) table.getParentElement();
    }

    /** The decisions whose answers this one is given. */
    static List<Decision> asked(Decision by) {
        return by.getInformationRequirements().stream()
                .map(requirement -> requirement.getRequiredDecision())
                .filter(decision -> decision != null)
                .toList();
    }

    /** Whether another decision of the file is given its answer. */
    boolean isAsked(Decision decision) {
        return decisions().stream().anyMatch(by -> asked(by).contains(decision));
    }

    boolean isNamedAfter(Decision decision) {
        return name.equals(decision.getId() + ".dmn");
    }
}
