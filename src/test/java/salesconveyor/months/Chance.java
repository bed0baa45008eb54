package salesconveyor.months;

import java.util.List;
import java.util.Random;

/** Luck that is the same at every run: all draws of the played months come from one seed. */
class Chance {
    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean in100(int times) {
        return random.nextInt(100) < times;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** Draws by weight. @param weighted a key and its share of 100, in turns */
    String weighted(Object... weighted) {
        int ticket = random.nextInt(100);
        for (int i = 0; i < weighted.length; i += 2) {
            ticket -= (Integer) weighted[i + 1];
            if (ticket < 0) {
                return (String) weighted[i];
            }
        }
        return (String) weighted[weighted.length - 2];
    }

    /** Minutes of work: most take about the median, some much longer (log-normal, as times at work usually are). */
    int minutes(int median) {
        return (int) Math.max(1, Math.round(median * Math.exp(0.45 * random.nextGaussian())));
    }

    /** How many arrive in a time in which so many are expected (Poisson, by Knuth's method). */
    int arrivals(double expected) {
        double limit = Math.exp(-expected);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
