package salesconveyor.companies;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/**
 * Writes to a card what a machine can know from the facts that people entered: the site, the country, the region and
 * the time zone. Nothing outside is asked. What a person said is never overwritten, also that something is not known.
 */
@Component
@Transactional
public class Deriving {
    private record Derived(String text, String source) {}

    private final FactHistory history;
    private final CardWriting writing;
    private final PhonePlaces places;
    private final Texts texts;

    Deriving(FactHistory history, CardWriting writing, PhonePlaces places, Texts texts) {
        this.history = history;
        this.writing = writing;
        this.places = places;
        this.texts = texts;
    }

    public void complete(String number) {
        Map<Fact, String> card = history.card(number);
        Map<Fact, KnownFact> said = history.newest(number);
        KnownFact country = said.get(Fact.COUNTRY);
        boolean stated = country == null || !country.derived();
        derived(card, stated ? card.get(Fact.COUNTRY) : null).forEach((fact, derived) -> {
            KnownFact before = said.get(fact);
            boolean free = before == null ? !card.containsKey(fact) : before.derived();
            if (free && !derived.text().equals(card.get(fact))) {
                writing.derive(number, fact, derived.text(), derived.source());
            }
        });
    }

    /** @param stated the country that a person or a list named; empty: only numbers tell it */
    private Map<Fact, Derived> derived(Map<Fact, String> card, @Nullable String stated) {
        String phone = card.get(Fact.PHONE);
        String switchboard = card.get(Fact.SWITCHBOARD);
        String byPhone = texts.say("derived from the phone number");
        String byPostcode = texts.say("derived from the postcode");
        Map<Fact, Derived> facts = new LinkedHashMap<>();
        String email = card.get(Fact.EMAIL);
        put(
                facts,
                Fact.WEBSITE,
                email == null ? Optional.empty() : WebNames.domain(email),
                texts.say("derived from the e-mail address"));
        Optional<String> country = places.country(switchboard).or(() -> places.country(phone));
        put(facts, Fact.COUNTRY, country, byPhone);
        String home = stated == null ? country.orElse("") : stated;
        var place = Postcodes.find(home, card.get(Fact.POSTCODE));
        // The last word counts: the call reaches where the number belongs, the company is where its letters go.
        put(facts, Fact.REGION, region(phone, home), byPhone);
        put(facts, Fact.REGION, region(switchboard, home), byPhone);
        put(facts, Fact.REGION, place.map(Postcodes.Place::region), byPostcode);
        put(facts, Fact.ZONE, place.map(Postcodes.Place::zone), byPostcode);
        put(facts, Fact.ZONE, places.zone(switchboard), byPhone);
        put(facts, Fact.ZONE, places.zone(phone), byPhone);
        return facts;
    }

    /** A number abroad does not say where the company is. */
    private Optional<String> region(@Nullable String number, String home) {
        return places.country(number).filter(home::equals).flatMap(country -> places.region(number));
    }

    private static void put(Map<Fact, Derived> facts, Fact fact, Optional<String> text, String source) {
        text.filter(found -> !found.isBlank()).ifPresent(found -> facts.put(fact, new Derived(found, source)));
    }
}
