package salesconveyor.acquisition;

import java.util.Map;
import java.util.Optional;
import salesconveyor.companies.Identity;

/** The companies that some rows were imported as before, by the hash of the row's facts. */
record Imported(Map<String, String> companies) {
    Optional<String> as(Identity identity) {
        return Optional.ofNullable(companies.get(ListKeys.hash(identity)));
    }
}
