package salesconveyor.acquisition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.ContactScope;
import salesconveyor.companies.Identity;
import salesconveyor.companies.SuppressionList;
import salesconveyor.shared.Texts;

/** Tells why a company of a list is not a new one. */
@Component
class ListMatching {
    /** Why the row is not started: a duplicate or a company to leave alone. */
    record Obstacle(
            ListRow.State state, String reason, @Nullable String company) {}

    private final Companies companies;
    private final SuppressionList suppressions;
    private final Texts texts;

    ListMatching(Companies companies, SuppressionList suppressions, Texts texts) {
        this.companies = companies;
        this.suppressions = suppressions;
        this.texts = texts;
    }

    /** @param facts in their normal form */
    Optional<Obstacle> known(CompanyFacts facts, Imported imported) {
        var match = companies.match(facts);
        if (match.isPresent()) {
            String number = match.get().companyNumber();
            String by = texts.say(match.get().by().title());
            String name = companies.get(number).name();
            return Optional.of(
                    suppressions.forbids(number, ContactScope.PHONE)
                            ? new Obstacle(
                                    ListRow.State.SUPPRESSED,
                                    texts.say(
                                            "{0} {1} does not want to be contacted; recognised by: {2}.",
                                            number, name, by),
                                    number)
                            : new Obstacle(
                                    ListRow.State.DUPLICATE,
                                    texts.say("Known already as {0} {1}; recognised by: {2}.", number, name, by),
                                    number));
        }
        return imported.as(Identity.of(facts))
                .map(number -> new Obstacle(
                        ListRow.State.DUPLICATE,
                        texts.say("The same row was imported before, as {0}.", number),
                        number));
    }

    Optional<Obstacle> inList(Identity identity, ListCompanies before) {
        return before.find(identity)
                .map(same -> new Obstacle(
                        ListRow.State.DUPLICATE,
                        texts.say(
                                "The same company as in line {0}; recognised by: {1}.",
                                String.valueOf(same.line()), texts.say(same.by().title())),
                        null));
    }
}
