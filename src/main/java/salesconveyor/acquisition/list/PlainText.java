package salesconveyor.acquisition.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text: by their mark, as strict UTF-8, by a guess, else as the Windows of that language. */
final class PlainText {
    private PlainText() {}

    static String of(byte[] bytes, Charset otherwise) {
        String marked = UniversalDetector.detectCharsetFromBOM(bytes);
        String text = marked != null ? new String(bytes, Charset.forName(marked)) : unmarked(bytes, otherwise);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String unmarked(byte[] bytes, Charset otherwise) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, guess(bytes, otherwise));
        }
    }

    private static Charset guess(byte[] bytes, Charset otherwise) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null || !Charset.isSupported(name) ? otherwise : Charset.forName(name);
    }
}
