package salesconveyor.acquisition;

import java.util.Locale;

/**
 * Where a stranger came from.
 *
 * @param address the network address, as the proof of a consent
 */
public record Visit(String address, Locale language) {}
