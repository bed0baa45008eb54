package salesconveyor.economics.simulation;

import umontreal.ssj.rng.RandomStream;

/** How long a task takes whoever does it. */
@FunctionalInterface
public interface Minutes {
    double draw(String station, Crew crew, RandomStream random);
}
