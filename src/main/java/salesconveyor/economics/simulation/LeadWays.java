package salesconveyor.economics.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import umontreal.ssj.rng.RandomStream;

/** The ways of bought leads through the stations, and how long each takes whom. */
final class LeadWays {
    static final String RESEARCH = "research";
    static final String CALL = "call";
    static final String ACCEPT = "accept";
    static final String WARM_UP = "warm-up";
    static final String MEETING = "meeting";
    static final String PROPOSAL = "proposal";
    static final String NEGOTIATION = "negotiation";
    static final String PAPERS = "papers";
    static final Set<String> SELLING = Set.of(WARM_UP, MEETING, NEGOTIATION);

    private static final double DAY = 24 * 60;

    private final LeadInputs inputs;

    LeadWays(LeadInputs inputs) {
        this.inputs = inputs;
    }

    /** All are there on Monday. The same draws for both kinds of staff, so that both get the same leads. */
    List<Journey> journeys(boolean conveyor, RandomStream random) {
        List<Journey> journeys = new ArrayList<>();
        for (int lead = 0; lead < inputs.count("leads"); lead++) {
            List<Journey.Stop> stops = new ArrayList<>();
            stops.add(new Journey.Stop(RESEARCH, 0));
            boolean found = happens("found", random);
            boolean reached = false;
            for (int call = 0; call < inputs.count("calls"); call++) {
                boolean answers = happens("reached", random);
                if (found && !reached) {
                    stops.add(new Journey.Stop(CALL, call == 0 ? 0 : DAY));
                    reached = answers;
                }
            }
            sold(conveyor, reached && happens("qualified", random), stops, random);
            journeys.add(new Journey(0, stops));
        }
        return journeys;
    }

    private void sold(boolean conveyor, boolean qualified, List<Journey.Stop> stops, RandomStream random) {
        boolean returned = happens("returned", random);
        boolean meets = happens("meets", random);
        boolean asks = happens("asks", random);
        boolean wins = happens("wins", random);
        if (!qualified) {
            return;
        }
        if (conveyor) {
            stops.add(new Journey.Stop(ACCEPT, 0));
            if (returned) {
                stops.add(new Journey.Stop(CALL, 0));
                stops.add(new Journey.Stop(ACCEPT, 0));
            }
        }
        stops.add(new Journey.Stop(WARM_UP, 0));
        if (meets) {
            stops.add(new Journey.Stop(MEETING, 2 * DAY));
        }
        if (meets && asks) {
            stops.add(new Journey.Stop(PROPOSAL, 0));
            stops.add(new Journey.Stop(NEGOTIATION, 2 * DAY));
        }
        if (meets && asks && wins) {
            stops.add(new Journey.Stop(PAPERS, 0));
        }
    }

    /**
     * Around the mean by half of it, as the sum of four equal exponential parts (Erlang). A generalist takes longer for
     * what is not selling; on the conveyor one reads first what those before found out.
     */
    Minutes minutes(boolean conveyor) {
        return (station, crew, random) -> {
            double parts = random.nextDouble() * random.nextDouble() * random.nextDouble() * random.nextDouble();
            double drawn = -inputs.number(station) / 4 * Math.log(parts);
            if (conveyor) {
                return station.equals(RESEARCH) || station.equals(ACCEPT) ? drawn : drawn + inputs.number("hand-off");
            }
            return SELLING.contains(station) ? drawn : drawn * inputs.number("unskilled");
        };
    }

    private boolean happens(String share, RandomStream random) {
        return random.nextDouble() < inputs.number(share);
    }
}
