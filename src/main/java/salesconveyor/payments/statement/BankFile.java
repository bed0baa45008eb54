package salesconveyor.payments.statement;

import salesconveyor.engine.Refused;

/** Reads a bank's statement in whichever of our formats it is: camt.053, MT940, or the exchange file of 1C. */
public final class BankFile {
    static final String EMPTY = "The file is empty. Download the statement from the bank again.";
    static final String WRONG_KIND =
            "This file is not a bank statement in camt.053 (XML), MT940 or 1C exchange format. Ask the bank for one of them.";

    private BankFile() {}

    /** @throws Refused when the file is not a statement that can be trusted to be whole */
    public static StatementFile read(byte[] file) {
        char first = firstCharacter(file);
        if (first == 0) {
            throw new Refused(EMPTY);
        }
        if (first == '<') {
            return Camt053.read(file);
        }
        if (Exchange1c.isOne(file)) {
            return Exchange1c.read(file);
        }
        if (Mt940.isOne(file)) {
            return Mt940.read(file);
        }
        throw new Refused(WRONG_KIND);
    }

    /** Past white space, byte order marks and the zero bytes of UTF-16; 0 where there is nothing else. */
    private static char firstCharacter(byte[] file) {
        for (byte b : file) {
            int code = b & 0xff;
            if (code > ' ' && code != 0xef && code != 0xbb && code != 0xbf && code != 0xfe && code != 0xff) {
                return (char) code;
            }
        }
        return 0;
    }
}
