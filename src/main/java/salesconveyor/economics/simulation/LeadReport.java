package salesconveyor.economics.simulation;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import salesconveyor.economics.simulation.ThousandLeads.Outcome;
import salesconveyor.shared.Texts;

/**
 * Prints how generalists and a conveyor work the same leads: {@code --what-if} instead of starting the application. Other
 * inputs are options, such as {@code --switching=0}; {@code --locale=ru} prints it in Russian.
 */
public final class LeadReport {
    private static final String LANGUAGE = "--locale=";

    private final Texts texts;
    private final PrintStream out;

    private LeadReport(Texts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    /** @return 0, or 1 when an option is wrong */
    public static int print(PrintStream out, String... options) {
        String language = Arrays.stream(options)
                .filter(option -> option.startsWith(LANGUAGE))
                .map(option -> option.substring(LANGUAGE.length()))
                .findFirst()
                .orElse("en");
        String[] others = Arrays.stream(options)
                .filter(option -> !option.startsWith(LANGUAGE))
                .toArray(String[]::new);
        try {
            LeadInputs inputs = new LeadInputs(others);
            new LeadReport(new Texts(Locale.forLanguageTag(language)), out).print(inputs);
            return 0;
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getLocalizedMessage());
            return 1;
        }
    }

    private void print(LeadInputs in) {
        ThousandLeads leads = new ThousandLeads(in);
        List<Outcome> all = List.of(leads.generalists(false), leads.generalists(true), leads.conveyor());
        out.println(texts.say(
                "The same {0} leads, {1} runs of each; in brackets what nineteen of twenty runs reach at least and at most",
                in.of("leads").toPlainString(), in.of("runs").toPlainString()));
        out.println();
        out.println(texts.say(
                "An order costs {0} with generalists in the cheaper of their two ways, {1} on the conveyor while idle hours until the last lead are paid; {2} and {3} when people go on with the next list.",
                cheaper(all, one -> one.paidEach(one.won())),
                text(all.get(2).paidEach(all.get(2).won())),
                cheaper(all, one -> one.workedEach(one.won())),
                text(all.get(2).workedEach(all.get(2).won()))));
        out.println();
        row("", List.of(texts.say("generalists,"), texts.say("generalists,"), texts.say("conveyor")));
        row("", List.of(texts.say("by age of case"), texts.say("in batches"), ""));
        row(texts.say("People"), List.of(people(all.get(0)), people(all.get(1)), people(all.get(2))));
        row(texts.say("Weeks until the last is done"), all, one -> spread(one.weeks()));
        row(texts.say("Qualified leads"), all, one -> number(one.qualified(), 0));
        row(texts.say("Orders"), all, one -> number(one.won(), 0));
        row(texts.say("Cost of all paid hours"), all, one -> one.paid().toPlainString());
        row(texts.say("- for a qualified lead"), all, one -> text(one.paidEach(one.qualified())));
        row(texts.say("- for an order"), all, one -> text(one.paidEach(one.won())));
        row(texts.say("Cost of the hours at work"), all, one -> one.worked().toPlainString());
        row(texts.say("- for an order"), all, one -> text(one.workedEach(one.won())));
        row(
                texts.say("Hours that a task waits"),
                all,
                one -> number(one.result().waiting().mean() / 60, 1));
        row(
                texts.say("Bottleneck"),
                all,
                one -> texts.say(
                        one.result().bottleneck().map(Result.Station::name).orElse("none")));
        out.println();
        out.println(texts.say("Busy share of the paid hours on the conveyor:"));
        all.get(2)
                .result()
                .staff()
                .forEach(staff -> out.println("  " + staff.crew().people() + " x "
                        + texts.say(staff.crew().name()) + ": "
                        + Math.round(100 * staff.share().mean()) + " %"));
        out.println();
        inputs(in);
        out.println();
        limits();
    }

    /** Of the two ways of the generalists; a way without an order is not cheap. */
    private static String cheaper(List<Outcome> all, Function<Outcome, BigDecimal> cost) {
        return text(Stream.of(all.get(0), all.get(1))
                .map(cost)
                .filter(each -> each.signum() > 0)
                .min(Comparator.naturalOrder())
                .orElse(BigDecimal.ZERO));
    }

    private void inputs(LeadInputs in) {
        out.println(texts.say("What is assumed; each number is an option of the same name, such as --switching=0:"));
        group(in, "Shares", "found", "reached", "qualified", "meets", "asks", "wins", "returned");
        group(
                in,
                "Minutes of work",
                "research",
                "call",
                "accept",
                "warm-up",
                "meeting",
                "proposal",
                "negotiation",
                "papers",
                "switching",
                "hand-off");
        group(in, "People", "generalists", "researchers", "callers", "managers", "assistants");
        group(
                in,
                "Cost of an hour",
                "generalist-hour",
                "researcher-hour",
                "caller-hour",
                "manager-hour",
                "assistant-hour");
        group(in, "Other", "calls", "unskilled", "leads", "runs");
    }

    private void group(LeadInputs in, String title, String... names) {
        out.println("  " + texts.say(title) + ": "
                + String.join(
                        ", ",
                        Arrays.stream(names)
                                .map(name -> name + "=" + in.of(name).toPlainString())
                                .toList()));
    }

    private void limits() {
        for (String limit : List.of(
                texts.say("What the model leaves out:"),
                texts.say(
                        "- A share of wins is the same for both: no gain from skill in selling, no loss from a client who meets several people."),
                texts.say("- Nobody is ill, leaves or learns; a task that was begun is finished by the same person."),
                texts.say(
                        "- All leads are there on Monday. Idle hours are paid until the last lead is done, though people would begin the next list."),
                texts.say(
                        "- Switching, skill and hand-off are assumed, not measured here. Put your own in: with --switching=0 --unskilled=1 the conveyor has only its pay left."),
                texts.say(
                        "- Touch times are spread around their mean by half of it; people work 9 to 18, researchers 18 to 22, Monday to Friday."))) {
            out.println(limit);
        }
    }

    private String people(Outcome outcome) {
        return String.valueOf(outcome.result().staff().stream()
                .mapToInt(staff -> staff.crew().people())
                .sum());
    }

    private void row(String title, List<Outcome> outcomes, Function<Outcome, String> cell) {
        row(title, outcomes.stream().map(cell).toList());
    }

    private void row(String title, List<String> cells) {
        StringBuilder line = new StringBuilder("%-34s".formatted(title));
        cells.forEach(cell -> line.append("%20s".formatted(cell)));
        out.println(line);
    }

    private static String spread(Spread spread) {
        return number(spread.mean(), 1) + " (" + number(spread.low(), 1) + "-" + number(spread.high(), 1) + ")";
    }

    private static String number(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    private static String text(BigDecimal amount) {
        return amount.toPlainString();
    }
}
