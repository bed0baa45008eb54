package salesconveyor.payments.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.billing.Invoices;
import salesconveyor.engine.Refused;
import salesconveyor.payments.Disputing;
import salesconveyor.shared.Texts;

/** An accountant or a head of sales enters that a client disputes an invoice, on the page of the invoices. */
@RestController
class DisputeApi {
    record Dispute(@Nullable String reason) {}

    private final Disputing disputing;
    private final Invoices invoices;
    private final Texts texts;

    DisputeApi(Disputing disputing, Invoices invoices, Texts texts) {
        this.disputing = disputing;
        this.invoices = invoices;
        this.texts = texts;
    }

    @PostMapping("/api/disputes/{number}")
    Map<String, String> dispute(
            @PathVariable String number,
            @RequestBody(required = false) @Nullable Dispute dispute,
            Authentication login) {
        if (invoices.find(number).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        disputing.dispute(number, dispute == null ? null : dispute.reason(), login.getName());
        return Map.of("disputed", number);
    }

    @ExceptionHandler(Refused.class)
    ResponseEntity<Map<String, String>> refused(Refused refused, Locale locale) {
        return ResponseEntity.badRequest()
                .body(Map.of("message", texts.say(locale, refused.sentence(), refused.arguments())));
    }
}
