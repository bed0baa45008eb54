package salesconveyor.payments.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a notice comes from who shares our secret, and now: HMAC-SHA256 (RFC 2104) over {@code timestamp.body} in hex.
 * An old one, caught on its way and sent again, is refused by its timestamp, a fresh one by the payment's own id.
 */
@Component
class Signature {
    private static final Duration OLDEST = Duration.ofMinutes(5);
    private static final int SHORTEST = 16;

    private final String secret;
    private final Clock clock;

    Signature(@Value("${conveyor.payments.webhook-secret:}") String secret, Clock clock) {
        if (!secret.isEmpty() && secret.length() < SHORTEST) {
            throw new IllegalStateException("conveyor.payments.webhook-secret is shorter than " + SHORTEST
                    + " characters: anybody could guess it. Make a longer one, or leave it empty.");
        }
        this.secret = secret;
        this.clock = clock;
    }

    /** Without a secret nobody may send notices. */
    boolean isUsed() {
        return !secret.isEmpty();
    }

    /** @param timestamp seconds since 1970 */
    boolean signs(@Nullable String signature, @Nullable String timestamp, byte[] body) {
        if (signature == null || timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long age = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return age <= OLDEST.toSeconds()
                && MessageDigest.isEqual(
                        of(timestamp, body).getBytes(StandardCharsets.UTF_8),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private String of(String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
