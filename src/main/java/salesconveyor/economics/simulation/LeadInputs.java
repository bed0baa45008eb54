package salesconveyor.economics.simulation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is put into the comparison of generalists and conveyor; each number can be replaced by an option. */
final class LeadInputs {
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("leads", "1000");
        USUAL.put("runs", "100");
        USUAL.put("found", "0.85");
        USUAL.put("reached", "0.5");
        USUAL.put("calls", "3");
        USUAL.put("qualified", "0.25");
        USUAL.put("meets", "0.6");
        USUAL.put("asks", "0.75");
        USUAL.put("wins", "0.35");
        USUAL.put("research", "10");
        USUAL.put("call", "8");
        USUAL.put("accept", "3");
        USUAL.put("warm-up", "15");
        USUAL.put("meeting", "60");
        USUAL.put("proposal", "40");
        USUAL.put("negotiation", "30");
        USUAL.put("papers", "45");
        USUAL.put("switching", "5");
        USUAL.put("unskilled", "1.2");
        USUAL.put("hand-off", "3");
        USUAL.put("returned", "0.08");
        USUAL.put("generalists", "5");
        USUAL.put("researchers", "4");
        USUAL.put("callers", "2");
        USUAL.put("managers", "2");
        USUAL.put("assistants", "1");
        USUAL.put("generalist-hour", "40");
        USUAL.put("researcher-hour", "15");
        USUAL.put("caller-hour", "22");
        USUAL.put("manager-hour", "40");
        USUAL.put("assistant-hour", "24");
    }

    private static final Set<String> SHARES =
            Set.of("found", "reached", "qualified", "meets", "asks", "wins", "returned");
    private static final Set<String> COUNTS =
            Set.of("leads", "runs", "generalists", "researchers", "callers", "managers", "assistants");

    private final Map<String, BigDecimal> numbers = new LinkedHashMap<>();

    /**
     * @param options such as {@code --switching=0}
     * @throws IllegalArgumentException with a sentence, when one is not known, no number, or none that makes sense
     */
    LeadInputs(String... options) {
        USUAL.forEach((name, number) -> numbers.put(name, new BigDecimal(number)));
        for (String option : options) {
            String[] parts = option.replaceFirst("^--", "").split("=", 2);
            if (parts.length < 2 || !USUAL.containsKey(parts[0]) || !parts[1].matches("\\d{1,6}(\\.\\d{1,4})?")) {
                throw new IllegalArgumentException(option + " is not known; there are --"
                        + String.join("=, --", USUAL.keySet()) + "=, each with a number");
            }
            numbers.put(parts[0], checked(option, parts[0], new BigDecimal(parts[1])));
        }
    }

    /** Without anybody at a station the work would never end. */
    private static BigDecimal checked(String option, String name, BigDecimal number) {
        if (SHARES.contains(name) && number.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(option + " is no share; please write it from 0 to 1, like 0.25");
        }
        if (COUNTS.contains(name)
                && (number.signum() == 0 || number.stripTrailingZeros().scale() > 0)) {
            throw new IllegalArgumentException(option + " is no whole number from 1 on");
        }
        return number;
    }

    BigDecimal of(String name) {
        BigDecimal number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException(name);
        }
        return number;
    }

    double number(String name) {
        return of(name).doubleValue();
    }

    int count(String name) {
        return of(name).intValue();
    }
}
