package salesconveyor.engine.lint;

/**
 * What one rule says of one place.
 *
 * @param rule the stable id of the rule
 * @param place the id of the element or field
 * @param blocks whether a deployment with it is refused: it would be broken, not just unusual
 */
public record Finding(String rule, String place, String sentence, boolean blocks) {
    @Override
    public String toString() {
        return place + ": " + sentence + " [" + rule + "]";
    }
}
