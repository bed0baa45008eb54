package salesconveyor.selling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import salesconveyor.ConveyorTest;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Texts;
import salesconveyor.shared.pdf.PdfWriter;

/** What a client reads on a proposal, and who may download it. */
@ConveyorTest
class ProposalPaperTest {
    @Autowired
    Proposals proposals;

    @Autowired
    ProposalPaper papers;

    @Autowired
    Companies companies;

    @Autowired
    Sellers sellers;

    @Autowired
    PdfWriter writer;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestRestTemplate browser;

    @Test
    void aProposalSaysWhatCostsHowMuchAndUntilWhen() throws Exception {
        write("L-2026-400001", 3);
        byte[] pdf = papers.of("L-2026-400001");
        keep("proposal-en", pdf);
        assertThat(text(pdf))
                .contains("Proposal L-2026-400001-1", "Łódź Carton Sp. z o.o.", "Shipping box 1", "Valid until")
                .contains("€570.00", "€108.30", "€678.30", "Delivery within five working days.");
    }

    @Test
    void aLongProposalRepeatsTheHeadingsInRussianToo() throws Exception {
        write("L-2026-400002", 60, "0", "ru");
        byte[] pdf = papers.of("L-2026-400002");
        keep("proposal-ru", pdf);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
        assertThat(text(pdf)).contains("Коммерческое предложение L-2026-400002-1", "Срок действия до", "Итого");
        assertThat(text(pdf).split("Цена за единицу")).hasSizeGreaterThan(2);
    }

    @Test
    void aProposalThatWasSentStaysAsItIs() {
        write("L-2026-400003", 1);
        byte[] sent = transaction.execute(status -> papers.issue("L-2026-400003"));
        var later = paper("ru", Clock.offset(clock, Duration.ofDays(9)));
        assertThat(later.of("L-2026-400003")).isEqualTo(sent);
        assertThat(later.issue("L-2026-400003")).isEqualTo(sent);
        write("L-2026-400003", 2);
        assertThat(papers.of("L-2026-400003")).isNotEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource({"manager, 200", "assistant, 200", "head, 200", "caller, 403", "shipper, 403", "researcher, 403"})
    void onlyWhoWorksWithProposalsReadsThem(String login, int status) {
        if (!papers.exists("L-2026-400004")) {
            write("L-2026-400004", 1);
        }
        var answer = browser.withBasicAuth(login, login).getForEntity("/api/proposals/L-2026-400004.pdf", byte[].class);
        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(browser.withBasicAuth("manager", "manager")
                        .getForEntity("/api/proposals/L-1999-000001.pdf", byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    private ProposalPaper paper(String language, Clock at) {
        return new ProposalPaper(
                proposals, companies, sellers, writer, new Texts(Locale.forLanguageTag(language)), at, 30);
    }

    @Test
    void theDiscountOnTheWholeStandsBelowTheLinesAndTheSumsAddUp() throws Exception {
        write("L-2026-400005", 3, "10", "en");
        byte[] pdf = papers.of("L-2026-400005");
        keep("proposal-discount-en", pdf);
        assertThat(text(pdf))
                .contains("190.00", "Sum of the lines", "€570.00")
                .contains("Discount on the whole 10 %", "−€57.00", "€513.00", "€97.47", "€610.47");
    }

    @Test
    void ofManyLinesTheDiscountOnTheWholeIsWhatItSays() {
        BigDecimal together = ProposalLine.together(new BigDecimal("2.5"), new BigDecimal("3"));
        assertThat(together).isEqualByComparingTo("5.425");
        write("L-2026-400007", 30, "3.33", "en");
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal after = BigDecimal.ZERO;
        for (ProposalLine line : proposals.lines("L-2026-400007")) {
            before = before.add(line.ownNet());
            after = after.add(line.net());
        }
        assertThat(before).isEqualByComparingTo("5700.00");
        assertThat(before.subtract(after))
                .as("3.33 %, to a cent a line")
                .isBetween(new BigDecimal("189.70"), new BigDecimal("190.02"));
    }

    @Test
    void aRevisedPaperNamesTheOneThatItReplacesAndTheOldOneStays() throws Exception {
        write("L-2026-400006", 1);
        byte[] first = transaction.execute(status -> papers.issue("L-2026-400006"));
        proposals.markSent(proposals.newest("L-2026-400006").orElseThrow().id(), "seal");
        write("L-2026-400006", 2, "5", "ru");
        byte[] second = papers.of("L-2026-400006");
        keep("proposal-revised-ru", second);
        assertThat(text(second)).contains("L-2026-400006-2", "заменяет L-2026-400006-1", "Скидка на всё 5 %");
        assertThat(papers.of("L-2026-400006", 1))
                .hasValueSatisfying(old -> assertThat(old).isEqualTo(first));
        var door = browser.withBasicAuth("assistant", "assistant");
        assertThat(door.getForObject("/api/proposals/L-2026-400006/1.pdf", byte[].class))
                .isEqualTo(first);
        assertThat(door.getForEntity("/api/proposals/L-2026-400006/9.pdf", byte[].class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        String page = door.getForObject("/pages/proposals/L-2026-400006", String.class);
        assertThat(page)
                .contains("assistant", "not sent", "added: Shipping box 2", "discount on the whole: 0 → 5 %")
                .contains("/api/proposals/L-2026-400006/1.pdf", "/api/proposals/L-2026-400006/2.pdf");
    }

    private void write(String opportunity, int lines) {
        write(opportunity, lines, "0", "en");
    }

    private void write(String opportunity, int lines, String whole, String language) {
        List<ProposalLine> boxes = IntStream.rangeClosed(1, lines)
                .mapToObj(i -> new ProposalLine(
                        i,
                        List.of("BOX-L", "BOX-S", "TAPE-48").get(i % 3),
                        "Shipping box " + i,
                        "pcs",
                        new BigDecimal("100"),
                        new BigDecimal("2.00"),
                        new BigDecimal("1.00"),
                        new BigDecimal("19"),
                        new BigDecimal("5"),
                        ProposalLine.together(new BigDecimal("5"), new BigDecimal(whole)),
                        ProposalLine.net(
                                new BigDecimal("100"),
                                new BigDecimal("2.00"),
                                ProposalLine.together(new BigDecimal("5"), new BigDecimal(whole)))))
                .toList();
        proposals.write(
                opportunity,
                companies.named("Łódź Carton Sp. z o.o. " + opportunity),
                boxes,
                new Terms(
                        new BigDecimal(whole),
                        LocalDate.now(clock).plusDays(30),
                        language,
                        "Delivery within five working days."),
                "assistant");
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** With {@code -Dconveyor.test.papers=<folder>} the papers are kept to be looked at. */
    private static void keep(String name, byte[] pdf) throws Exception {
        String folder = System.getProperty("conveyor.test.papers");
        if (folder != null) {
            Files.write(Files.createDirectories(Path.of(folder)).resolve(name + ".pdf"), pdf);
        }
    }
}
