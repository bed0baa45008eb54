package salesconveyor.payments.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names each movement of one file so that an overlapping file gives it the same name: account and bank reference, and
 * where the bank gives no reference, all that describes the movement and which of several equal ones in the file it is.
 */
final class Keys {
    private final Map<String, Integer> seen = new HashMap<>();

    String byReference(String account, String reference, int indexInBatch) {
        return hash(String.join("\n", "reference", account, reference, String.valueOf(indexInBatch)));
    }

    String byContent(String... content) {
        String all = String.join("\n", content);
        return hash(String.join("\n", "content", all, String.valueOf(seen.merge(all, 1, Integer::sum))));
    }

    static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
