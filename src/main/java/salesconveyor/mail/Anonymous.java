package salesconveyor.mail;

import java.util.regex.Pattern;

/** Mail servers answer with the address they talk about; a log is no place for it. */
final class Anonymous {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>@:;,\"']+@[^\\s<>@:;,\"']+");

    private Anonymous() {}

    /** The text with … in the place of each address. */
    static String words(String text) {
        return ADDRESS.matcher(text).replaceAll("…");
    }
}
