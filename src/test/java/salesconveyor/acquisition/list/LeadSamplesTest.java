package salesconveyor.acquisition.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists and cards from real life, where they lie beside the project. */
class LeadSamplesTest {
    @ParameterizedTest
    @CsvSource({
        "leads/cms-hospitals.csv, 4772",
        "leads/datablist-leads-100.csv, 100",
        "leads/datablist-organizations-100.csv, 100",
        "leads/remoteintech-companies.csv, 882",
        "vcard/John_Doe_ANDROID.vcf, 6",
        "vcard/John_Doe_IPHONE.vcf, 1",
        "vcard/John_Doe_LOTUS_NOTES.vcf, 1",
        "vcard/John_Doe_MS_OUTLOOK.vcf, 1",
        "vcard/gmail-list.vcf, 3",
        "vcard/rfc2426-example.vcf, 2",
        "vcard/rfc6350-example.vcf, 1"
    })
    void everyRowIsReadAndNoneIsBroken(String sample, int rows) throws IOException {
        Path file = samples().resolve(sample);
        assumeTrue(Files.exists(file), "no sample " + sample);
        List<FileRow> read = new ArrayList<>();
        LeadFile.open(sample, Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .rows(read::add);
        assertThat(read).hasSize(rows).allMatch(row -> row.problem() == null && !row.isBlank());
    }

    private static Path samples() {
        return Path.of(System.getProperty("conveyor.samples", "../shared/samples"));
    }
}
