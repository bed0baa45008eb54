package salesconveyor.payments.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mozilla.universalchardet.UniversalDetector;

/** The lines of a text file whose own word about its encoding cannot be trusted: real files name the wrong one. */
final class PlainText {
    private PlainText() {}

    /** @param usual the encoding of such files that are not UTF-8, where the letters tell nothing else */
    static List<String> lines(byte[] file, Charset usual) {
        return text(file, usual).lines().toList();
    }

    private static String text(byte[] file, Charset usual) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            UniversalDetector detector = new UniversalDetector();
            detector.handleData(file);
            detector.dataEnd();
            String found = detector.getDetectedCharset();
            boolean cyrillic = found != null && (found.equals("IBM866") || found.equals("KOI8-R"));
            return new String(file, cyrillic ? Charset.forName(found) : usual);
        }
    }
}
