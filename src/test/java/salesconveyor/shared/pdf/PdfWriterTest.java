package salesconveyor.shared.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import salesconveyor.ConveyorTest;

@ConveyorTest
class PdfWriterTest {
    @Autowired
    PdfWriter writer;

    @Test
    void namesInManyAlphabetsStandOnThePaper() throws Exception {
        String name = "ООО «Ёлка» № 7, Łódź, Dvořák, Ελλάδα, İstanbul, 5 € 7 ₽";
        try (var pdf = paper(name, List.of())) {
            assertThat(text(pdf)).contains(name).contains("Операторы обзвона");
            for (var font : pdf.getPage(0).getResources().getFontNames()) {
                var used = pdf.getPage(0).getResources().getFont(font);
                assertThat(used.getName()).contains("DejaVu");
                assertThat(used.isEmbedded()).isTrue();
            }
        }
    }

    @Test
    void controlCharactersAreLeftOut() throws Exception {
        try (var pdf = paper("Ac\u0007me\u0000 \ud83d& <b>Co</b>\uffff &#7; \u0085!", List.of())) {
            assertThat(text(pdf)).contains("Acme & <b>Co</b> &#7; !");
        }
    }

    @Test
    void onlyPicturesInsideTheTemplateAreShown(@TempDir Path folder) throws Exception {
        AtomicInteger calls = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            calls.incrementAndGet();
            call.sendResponseHeaders(404, -1);
            call.close();
        });
        server.start();
        Path file = Files.write(folder.resolve("secret.png"), picture());
        String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture());
        String away = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.png";
        try (var outside = paper("Away", List.of(away, file.toUri().toString(), "/fonts/DejaVuSans.ttf"));
                var inside = paper("Here", List.of(data))) {
            assertThat(calls).hasValue(0);
            assertThat(pictures(outside)).isZero();
            assertThat(pictures(inside)).isEqualTo(1);
        } finally {
            server.stop(0);
        }
    }

    private PDDocument paper(String name, List<String> pictures) throws Exception {
        var values = Map.of("name", name, "pictures", pictures);
        return Loader.loadPDF(writer.write("letterForTest", values, Locale.forLanguageTag("ru")));
    }

    private static String text(PDDocument pdf) throws Exception {
        return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
    }

    private static int pictures(PDDocument pdf) throws Exception {
        int pictures = 0;
        var resources = pdf.getPage(0).getResources();
        for (var name : resources.getXObjectNames()) {
            pictures += resources.getXObject(name) instanceof PDImageXObject ? 1 : 0;
        }
        return pictures;
    }

    private static byte[] picture() throws Exception {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
