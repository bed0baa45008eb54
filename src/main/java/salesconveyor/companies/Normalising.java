package salesconveyor.companies;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Brings facts into the one form in which cards keep and compare them. */
@Component
public class Normalising {
    private static final Set<String> FITS = Set.of("GOOD", "PARTLY", "NONE");

    private final Phones phones;
    private final TaxNumbers taxNumbers;
    private final Texts texts;

    Normalising(Phones phones, TaxNumbers taxNumbers, Texts texts) {
        this.phones = phones;
        this.taxNumbers = taxNumbers;
        this.texts = texts;
    }

    /** Takes over what is well formed and tells the caller of each fact that is left out. */
    public CompanyFacts lenient(CompanyFacts raw, BiConsumer<Fact, Refused> leftOut) {
        CompanyFacts facts = CompanyFacts.of(raw.name());
        String country = country(raw.facts());
        for (var fact : raw.facts().entrySet()) {
            try {
                facts = facts.with(fact.getKey(), normal(fact.getKey(), fact.getValue(), country));
            } catch (Refused problem) {
                leftOut.accept(fact.getKey(), problem);
            }
        }
        return facts;
    }

    CompanyFacts strict(CompanyFacts raw) {
        return lenient(raw, (fact, problem) -> {
            throw problem;
        });
    }

    private static @Nullable String country(Map<Fact, String> facts) {
        String country = facts.get(Fact.COUNTRY);
        return country == null ? null : Countries.normal(country);
    }

    private String normal(Fact fact, String text, @Nullable String country) {
        String normal =
                switch (fact) {
                    case PHONE, SWITCHBOARD ->
                        phones.normal(text, country)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a valid phone number; write it with the country code, like +49 30 901820.",
                                        text));
                    case EMAIL ->
                        WebNames.email(text)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a valid e-mail address; write it like anna@example.com.", text));
                    case WEBSITE ->
                        WebNames.website(text)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a valid web address; write it like www.example.com.", text));
                    case TAX_NUMBER ->
                        taxNumbers
                                .normal(text, country)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a valid tax number; write a VAT id like DE123456788 or an INN.",
                                        text));
                    case COUNTRY -> Countries.normal(text);
                    case EMPLOYEES ->
                        Headcount.normal(text)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a number of employees; write a number like 120 or a band like 50-249.",
                                        text));
                    case ZONE ->
                        Zones.normal(text)
                                .orElseThrow(() -> new Refused(
                                        "{0} is not a time zone; write it like Europe/Berlin or UTC+3.", text));
                    case FIT -> {
                        if (!FITS.contains(text)) {
                            throw new Refused("\"{0}\" does not offer the answer {1}.", texts.say(fact.title()), text);
                        }
                        yield text;
                    }
                    default -> text;
                };
        if (normal.length() > fact.maxLength()) {
            throw new Refused(
                    "\"{0}\" is longer than {1} characters; please shorten it.",
                    texts.say(fact.title()), fact.maxLength());
        }
        return normal;
    }
}
