package salesconveyor.mail;

import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;

/**
 * In whose name letters travel.
 *
 * @param bounces where reports of failure go; null: to whoever writes the letter
 */
record Sender(InternetAddress from, @Nullable InternetAddress bounces) {
    /** The return path of a letter: {@code bounces+<letter>@example.com}, so that the report names the letter (VERP). */
    @Nullable
    String returnPath(String letter) {
        if (bounces == null) {
            return null;
        }
        String address = bounces.getAddress();
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + letter + address.substring(at);
    }

    String domain() {
        return from.getAddress().substring(from.getAddress().indexOf('@') + 1);
    }
}
