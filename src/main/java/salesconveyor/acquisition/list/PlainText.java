package salesconveyor.acquisition.list;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns bytes into text: by their mark, as strict UTF-8, by a guess, else as the Windows of that language. */
final class PlainText {
    private static final int LOOKED_AT = 4096;

    private PlainText() {}

    static String of(byte[] bytes, Charset otherwise) {
        String marked = UniversalDetector.detectCharsetFromBOM(bytes);
        String text = marked != null ? new String(bytes, Charset.forName(marked)) : unmarked(bytes, otherwise);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String unmarked(byte[] bytes, Charset otherwise) {
        Charset wide = wide(bytes);
        if (wide != null) {
            return new String(bytes, wide);
        }
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

    /** UTF-16 without its mark: signs, digits and line ends leave zeros at every second place alone. */
    private static @Nullable Charset wide(byte[] bytes) {
        int[] zeros = new int[2];
        for (int at = 0; at < Math.min(bytes.length, LOOKED_AT); at++) {
            zeros[at % 2] += bytes[at] == 0 ? 1 : 0;
        }
        if (bytes.length % 2 != 0 || zeros[0] + zeros[1] < 2 || zeros[0] * zeros[1] != 0) {
            return null;
        }
        return zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static Charset guess(byte[] bytes, Charset otherwise) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes);
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null || !Charset.isSupported(name) ? otherwise : Charset.forName(name);
    }
}
