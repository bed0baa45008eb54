package salesconveyor.companies;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import salesconveyor.ConveyorTest;

/** What is missing of the seller is said at the start and on the first-run page, not on a client's invoice. */
@ConveyorTest
class SellerWarningTest {
    @Autowired
    SellerWarning warning;

    @Autowired
    Sellers sellers;

    @Autowired
    TestRestTemplate browser;

    @Autowired
    JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Seller complete;

    @BeforeEach
    void listen() {
        complete = sellers.get();
        log.start();
        ((Logger) LoggerFactory.getLogger(SellerWarning.class)).addAppender(log);
    }

    @AfterEach
    void theSellerIsBack() {
        ((Logger) LoggerFactory.getLogger(SellerWarning.class)).detachAppender(log);
        sellers.save(complete);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                                                                        | -             | -",
                "update seller set name = name where id = 0                               | -             | -",
                "delete from seller                                                       | name, street  | Company name",
                "update seller set vat_id = null, tax_number = null                       | taxNumber     | Tax number",
                "update seller set profile = 'RU', tax_number = '7707083893', bic = null  | bic, correspondentAccount, kpp | KPP",
                "update seller set profile = 'RU', tax_number = '500100732259', kpp = null | correspondentAccount | Correspondent account"
            })
    void whatIsMissingIsSaid(String change, String inTheLog, String onThePage) {
        if (change != null) {
            jdbc.sql(change).update();
        }
        warning.warn();
        String page = browser.withBasicAuth("admin", "admin").getForObject("/pages/setup", String.class);
        if (inTheLog == null) {
            assertThat(log.list).isEmpty();
            assertThat(page).doesNotContain("nothing can be invoiced");
        } else {
            assertThat(log.list).singleElement().satisfies(line -> assertThat(line.getFormattedMessage())
                    .contains("/pages/setup")
                    .contains(inTheLog));
            assertThat(page)
                    .contains("nothing can be invoiced", "Still missing:")
                    .containsPattern("Still missing:</span> <b>[^<]*" + onThePage);
        }
    }
}
