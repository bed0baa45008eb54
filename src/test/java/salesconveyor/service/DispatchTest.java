package salesconveyor.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How a delivery reaches the client, and what the client is told of it. */
class DispatchTest extends ServiceCase {
    @Autowired
    DeliveryNotes notes;

    /** What a shipper enters, the link that the client gets, and what else the letter says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DHL   | 00340 434 161 | -                     | ?tracking-id=00340434161 | DHL 00340 434 161",
                "СДЭК  | 1234567890    | -                     | order_id=1234567890      | СДЭК 1234567890",
                "UPS   | 1Z999         | https://own.example/1 | https://own.example/1    | UPS 1Z999",
                "-     | 1Z/9-9        | -                     | -                        | Number of the parcel: 1Z/9-9",
                "-     | -             | http://own.example/2  | http://own.example/2     | Follow the delivery here",
            })
    void theClientIsToldHowToFollowTheParcel(
            @Nullable String carrier,
            @Nullable String number,
            @Nullable String entered,
            @Nullable String link,
            String told) {
        startOnTerms();
        complete(
                "shipOrder",
                "outcome",
                "SHIPPED",
                "shipmentRows",
                ALL,
                "carrier",
                carrier,
                "trackingNumber",
                number,
                "trackingLink",
                entered);
        runJobs();
        Delivery delivery = deliveries.ofOrder(order).get(0);
        String letter = letter("delivery-" + delivery.number());
        assertThat(letter).contains(told);
        if (link == null) {
            assertThat(delivery.dispatch().tracking()).isNull();
            assertThat(letter).doesNotContain("Follow");
        } else {
            assertThat(delivery.dispatch().tracking()).startsWith("http").endsWith(link);
            assertThat(letter).contains(link);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "DHL   | -     | -          | -         | number of the parcel at DHL",
                "Mule  | 123   | -          | -         | no link for the carrier Mule",
                "DHL   | 1     | -          | -         | is not the number of a parcel",
                "DHL   | <b>x  | -          | -         | is not the number of a parcel",
                "-     | -     | 2026-11-23 | -         | needs both",
                "-     | -     | -          | Anna Berg | needs both",
                "-     | -     | 2026-11-24 | Anna Berg | cannot have been accepted on 2026-11-24",
                "-     | -     | 2026-11-22 | Anna Berg | between the order on 2026-11-23 and today",
                "-     | -     | yesterday  | Anna Berg | is no day",
            })
    void aWrongDispatchIsRefused(
            @Nullable String carrier,
            @Nullable String number,
            @Nullable String day,
            @Nullable String who,
            String sentence) {
        startOnTerms();
        assertRefused(
                "shipOrder",
                sentence,
                "outcome",
                "SHIPPED",
                "shipmentRows",
                ALL,
                "carrier",
                carrier,
                "trackingNumber",
                number,
                "acceptedOn",
                day,
                "acceptedBy",
                who);
        assertThat(deliveries.ofOrder(order)).isEmpty();
        complete(
                "shipOrder",
                "outcome",
                "CANNOT_SHIP",
                "cannotShipReason",
                "Sold out",
                "carrier",
                carrier,
                "trackingNumber",
                number,
                "acceptedOn",
                day,
                "acceptedBy",
                who);
        assertThat(answers()).as("what nothing came of is not kept").isZero();
    }

    @Test
    void aServiceIsAcceptedByThePersonOnTheDayThatTheLetterAndThePaperName() throws IOException {
        startOnTerms();
        complete(
                "shipOrder",
                "outcome",
                "SHIPPED",
                "shipmentRows",
                ALL,
                "acceptedOn",
                "2026-11-23",
                "acceptedBy",
                "Anna Berg");
        runJobs();
        Delivery delivery = deliveries.ofOrder(order).get(0);
        assertThat(delivery.dispatch().isPerformed()).isTrue();
        assertThat(letter("delivery-" + delivery.number()))
                .contains("Anna Berg accepted it on November 23, 2026")
                .doesNotContain("We have sent");
        assertThat(answers()).isZero();
        assertThat(paper(delivery.number()))
                .contains("November 23, 2026, Anna Berg")
                .doesNotContain("Signature");
    }

    private String letter(String key) {
        return jdbc.sql("select body from mail where mail_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    private String paper(String number) throws IOException {
        try (var document = Loader.loadPDF(notes.pdf(number).orElseThrow())) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** What was entered and no step took. */
    private int answers() {
        return jdbc.sql("select count(*) from task_answer where case_number = ?" + " and station = 'shipOrder'")
                .param(opportunity)
                .query(Integer.class)
                .single();
    }
}
