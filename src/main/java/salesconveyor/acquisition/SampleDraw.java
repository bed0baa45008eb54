package salesconveyor.acquisition;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Draws the random share of leads that a manager judges. A lead's lot comes from the seed and its number alone: nobody
 * can tell it beforehand, and whoever has the seed can draw all of them again.
 */
@Component
class SampleDraw {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BITS = 53; // that a double holds exactly

    private final SampleSeed seed;

    SampleDraw(SampleSeed seed) {
        this.seed = seed;
    }

    /** @param share of all leads, 0 for none, 1 for all */
    boolean includes(String opportunity, double share) {
        return lot(seed.value(), opportunity) < share;
    }

    /** @return evenly spread from 0 to below 1 */
    static double lot(String seed, String opportunity) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(seed.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] hash = mac.doFinal(opportunity.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS)) * 0x1.0p-53;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
