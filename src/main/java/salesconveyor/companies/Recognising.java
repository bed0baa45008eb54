package salesconveyor.companies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the card of a company that comes again: by tax number, domain, phone, mail address, or name and city. */
@Component
class Recognising {
    private record Card(
            String number,
            @Nullable String taxNumber,
            @Nullable String webDomain,
            @Nullable String phone,
            @Nullable String email,
            String nameKey,
            @Nullable String city,
            @Nullable String switchboard) {
        /** By the number of the person and by that of the house. */
        List<Identity> identities() {
            return List.of(identity(phone), identity(switchboard));
        }

        Identity identity(@Nullable String number) {
            return new Identity(taxNumber, webDomain, number, email, nameKey, city);
        }
    }

    private static final Comparator<Match> STRONGEST =
            Comparator.comparing(Match::by).thenComparing(Match::companyNumber);
    private static final String CARD =
            "select number, tax_number, web_domain, phone, email, name_key, city, switchboard from company where ";
    private final JdbcClient jdbc;
    private final ErasedIdentities erased;

    Recognising(JdbcClient jdbc, ErasedIdentities erased) {
        this.jdbc = jdbc;
        this.erased = erased;
    }

    /** The strongest match, of two equal ones the older card; then what was erased and is known by its hashes alone. */
    Optional<Match> find(Identity wanted, @Nullable String except) {
        return live(wanted, except).stream().findFirst().or(() -> gone(wanted, except));
    }

    /** The other cards of this one's company by any of its numbers, the strongest match first. */
    List<Match> twins(String number) {
        List<Identity> identities = card(number).identities();
        return Stream.concat(
                        identities.stream()
                                .flatMap(identity -> live(identity, number).stream())
                                .sorted(STRONGEST),
                        identities.stream().flatMap(identity -> gone(identity, number).stream()))
                .distinct()
                .toList();
    }

    private Optional<Match> gone(Identity wanted, @Nullable String except) {
        return erased.find(wanted).filter(match -> !match.companyNumber().equals(except));
    }

    private List<Match> live(Identity wanted, @Nullable String except) {
        List<Match> matches = new ArrayList<>();
        for (Card card : candidates(wanted)) {
            if (!card.number().equals(except)) {
                card.identities().forEach(identity -> wanted.sameAs(identity)
                        .ifPresent(by -> matches.add(new Match(card.number(), by))));
            }
        }
        matches.sort(STRONGEST);
        return matches;
    }

    Identity of(String number) {
        Card card = card(number);
        return card.identity(card.phone() == null ? card.switchboard() : card.phone());
    }

    private Card card(String number) {
        return jdbc.sql(CARD + "number = ?").param(number).query(Card.class).single();
    }

    /** One question for each key, because a database looks only one index up for each. */
    private List<Card> candidates(Identity wanted) {
        List<String> questions = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        ask("tax_number", wanted.taxNumber(), questions, keys);
        ask("web_domain", wanted.domain(), questions, keys);
        ask("phone", wanted.phone(), questions, keys);
        ask("switchboard", wanted.phone(), questions, keys);
        ask("email", wanted.email(), questions, keys);
        ask("name_key", wanted.name(), questions, keys);
        return jdbc.sql(String.join(" union ", questions))
                .params(keys)
                .query(Card.class)
                .list();
    }

    private static void ask(String column, @Nullable String key, List<String> questions, List<Object> keys) {
        if (key != null) {
            questions.add(CARD + column + " = ?");
            keys.add(key);
        }
    }
}
