package salesconveyor.shared;

import java.util.Locale;

/** Which form of a word goes with a number: the rules for whole numbers of Unicode CLDR for our languages. */
final class Plural {
    private Plural() {}

    /** @return 0 for one, 1 for few and 2 for many in Russian; 0 for one and 1 for all others in English */
    static int form(Locale language, long number) {
        if (!language.getLanguage().equals("ru")) {
            return number == 1 ? 0 : 1;
        }
        long last = Math.abs(number) % 10;
        boolean teen = Math.abs(number) % 100 / 10 == 1;
        if (last == 1 && !teen) {
            return 0;
        }
        return last >= 2 && last <= 4 && !teen ? 1 : 2;
    }
}
