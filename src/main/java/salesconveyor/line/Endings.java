package salesconveyor.line;

import java.util.Locale;

/** How a case ends, by the end event of the spine: {@code EndEvent_SaleCancelled} is {@code SALE_CANCELLED}. */
final class Endings {
    private Endings() {}

    static String outcome(String endEvent) {
        return endEvent.substring(endEvent.indexOf('_') + 1)
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }
}
