package salesconveyor.acquisition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Texts;

/** How a company came to us, in words for whoever works on it: its calls to us, the stand it came to, what was noted. */
@Component
@Transactional(readOnly = true)
public class Arrival {
    /** The outcome of a call that the company made. */
    static final String INCOMING = "INCOMING";

    private final Opportunities opportunities;
    private final Texts texts;

    Arrival(Opportunities opportunities, Texts texts) {
        this.opportunities = opportunities;
        this.texts = texts;
    }

    /** Lines for a form: the newest call to us first, then how it began. */
    public List<String> told(String opportunity) {
        List<String> calls = opportunities.calls(opportunity).stream()
                .filter(call -> call.outcome().equals(INCOMING) && call.notes() != null)
                .map(call -> texts.say("They called us: {0}", String.valueOf(call.notes())))
                .collect(Collectors.toList());
        Collections.reverse(calls);
        Stream<String> origin = opportunities.find(opportunity).flatMap(this::origin).stream();
        return Stream.of(calls.stream(), origin, opportunities.note(opportunity).stream())
                .flatMap(lines -> lines)
                .map(line -> "• " + line)
                .toList();
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
