package salesconveyor.acquisition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** How a company came to us, in words for whoever works on it: its calls to us, the show it came to, what was noted. */
@Component
@Transactional(readOnly = true)
public class Arrival {
    /** The kind of an entry that came to us while the case ran: a call of the company, a word about it. */
    static final String INCOMING = "INCOMING";

    private final Opportunities opportunities;
    private final Texts texts;

    Arrival(Opportunities opportunities, Texts texts) {
        this.opportunities = opportunities;
        this.texts = texts;
    }

    /** Lines for a form: the newest call to us first, then how it began. */
    public List<String> told(String opportunity) {
        Stream<String> origin = opportunities.find(opportunity).flatMap(this::origin).stream();
        Stream<String> begin = Stream.concat(origin, opportunities.note(opportunity).stream());
        return Stream.concat(calls(opportunity).stream(), begin.map(line -> "• " + line))
                .toList();
    }

    /** What came to us while the case ran, the newest first. */
    public List<String> calls(String opportunity) {
        List<String> calls = opportunities.calls(opportunity).stream()
                .filter(call -> call.isIncoming() && call.notes() != null)
                .map(call -> "• " + call.notes())
                .collect(Collectors.toList());
        Collections.reverse(calls);
        return calls;
    }

    /** Where somebody met them, or who knows them: a caller begins with it. Numbers of lists say nothing to a caller. */
    private Optional<String> origin(Opportunity opportunity) {
        Channel channel = Channel.of(opportunity.channel()).orElse(null);
        String campaign = opportunity.campaign();
        return (channel == Channel.TRADE_SHOW || channel == Channel.REFERRAL) && campaign != null
                ? Optional.of(texts.say(channel.title()) + ": " + campaign)
                : Optional.empty();
    }
}
