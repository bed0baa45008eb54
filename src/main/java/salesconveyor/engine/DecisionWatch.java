package salesconveyor.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears, in the engine's transaction, of every decision that a model of a case asked for. */
public interface DecisionWatch {
    void decided(Evaluation evaluation);

    /**
     * Why a decision fell.
     *
     * @param rule the id of the row that decided; empty when it was not one row alone
     * @param headline what the owner of the table wrote about that row
     * @param explanation the words of all rows that counted, and the values with their thresholds
     */
    record Reason(@Nullable String rule, String headline, String explanation) {}

    /**
     * A decision that fell.
     *
     * @param about the invoice that was decided about, if it was one
     * @param question the name of the decision
     * @param version of the deployed definition
     * @param inputs what was asked for, by the name of the variable: only keys, numbers and yes or no
     * @param result the value; several outputs as {@code name=value}
     * @param answer the result in words, with the labels of the columns; empty when no row fits
     */
    record Evaluation(
            @Nullable String caseNumber,
            @Nullable String about,
            String decision,
            String question,
            int version,
            Map<String, @Nullable Object> inputs,
            String result,
            String answer,
            Reason reason) {}
}
