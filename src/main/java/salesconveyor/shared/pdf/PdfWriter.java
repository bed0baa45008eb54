package salesconveyor.shared.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceType;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import salesconveyor.shared.Texts;

/**
 * Writes a Thymeleaf template as PDF/A-3u. The template is well-formed XHTML in {@code templates/}, has a title, says
 * {@code font-family: 'DejaVu Sans'} and writes values with {@code th:text} alone. Pictures are {@code data:} URIs;
 * nothing else is fetched, from wherever it comes.
 */
@Component
public class PdfWriter {
    private static final String FONT = "DejaVu Sans";
    private final ISpringTemplateEngine templates;
    private final Texts texts;

    PdfWriter(ISpringTemplateEngine templates, Texts texts) {
        this.templates = templates;
        this.texts = texts;
        XRLog.setLoggerImpl(new PaperLog());
    }

    /** In the language of this installation. */
    public byte[] write(String template, Map<String, ?> values) {
        return write(template, values, texts.locale());
    }

    /** @param values what the template may name */
    public byte[] write(String template, Map<String, ?> values, Locale language) {
        String page = legal(templates.process(template, new Context(language, new HashMap<>(values))));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U)
                    .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                    .useExternalResourceAccessControl(
                            PdfWriter::isInside, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            PdfWriter::isInside, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .useFont(() -> font("DejaVuSans.ttf"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> font("DejaVuSans-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                    .withProducer("Sales Conveyor")
                    .withHtmlContent(page, null)
                    .toStream(pdf)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Template " + template, e);
        }
        return pdf.toByteArray();
    }

    private static boolean isInside(@Nullable String uri, ExternalResourceType type) {
        return uri != null && uri.startsWith("data:");
    }

    private static InputStream font(String file) {
        return Objects.requireNonNull(PdfWriter.class.getResourceAsStream("/fonts/" + file), file);
    }

    /** Without the characters that XML forbids: one of them in a customer's name would stop the document. */
    private static String legal(String text) {
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || c >= 0x20 && c < 0x7f
                        || c > 0x9f && c < 0xd800
                        || c > 0xdfff && c < 0xfffe
                        || c > 0xffff)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }
}
