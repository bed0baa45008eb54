package salesconveyor.economics.web;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import salesconveyor.economics.PayStatement;
import salesconveyor.economics.Payroll;
import salesconveyor.economics.Records;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Staff;
import salesconveyor.people.Role;
import salesconveyor.people.Shifts;
import salesconveyor.shared.CsvCell;
import salesconveyor.shared.Texts;

/** What one has earned in a month, unit by unit; heads see that of everybody and take it along for the payroll. */
@Controller
class PayPage {
    private final Payroll payroll;
    private final Shifts shifts;
    private final Identities identities;
    private final Staff staff;
    private final Records records;
    private final Wording wording;
    private final Texts texts;
    private final Clock clock;

    PayPage(
            Payroll payroll,
            Shifts shifts,
            Identities identities,
            Staff staff,
            Records records,
            Wording wording,
            Texts texts,
            Clock clock) {
        this.payroll = payroll;
        this.shifts = shifts;
        this.identities = identities;
        this.staff = staff;
        this.records = records;
        this.wording = wording;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/pages/pay")
    String page(
            @RequestParam(required = false) @Nullable YearMonth month,
            @RequestParam(defaultValue = "") String person,
            Model model,
            Locale language) {
        String own = String.valueOf(identities.current());
        boolean head =
                identities.isMember(own, Role.HEADS.group()) || identities.isMember(own, Role.ADMINISTRATORS.group());
        if (!head && !person.isEmpty() && !person.equals(own)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        String whose = person.isEmpty() ? own : person;
        model.addAttribute("month", shown);
        model.addAttribute("statement", payroll.of(whose, shown));
        model.addAttribute("shifts", shifts.of(whose));
        model.addAttribute("head", head);
        model.addAttribute("all", head ? payroll.of(shown) : List.of());
        model.addAttribute("words", wording.in(language, records.currency()));
        return "pay";
    }

    /** One row for each agreement of each person in that month. */
    @GetMapping(path = "/api/pay.csv", produces = "text/csv;charset=UTF-8")
    ResponseEntity<String> file(@RequestParam(required = false) @Nullable YearMonth month, Locale language)
            throws IOException {
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        StringBuilder csv = new StringBuilder(CsvCell.MARK);
        CSVPrinter printer = new CSVPrinter(csv, CsvCell.FORMAT);
        printer.printRecord(header(language));
        for (PayStatement statement : payroll.of(shown)) {
            for (PayStatement.Line line : statement.lines()) {
                printer.printRecord(CsvCell.harmless(List.of(
                        statement.person(),
                        shown.toString(),
                        texts.say(language, line.agreement().basis().title()),
                        line.first().toString(),
                        line.last().toString(),
                        line.quantity().toPlainString(),
                        String.valueOf(line.returned()),
                        line.paid().toPlainString(),
                        line.agreement().amount().toPlainString(),
                        line.amount().toPlainString(),
                        line.agreement().currency(),
                        line.absent().toPlainString(),
                        line.toCome().toPlainString())));
            }
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay-" + shown + ".csv\"")
                .body(csv.toString());
    }

    private List<String> header(Locale language) {
        return List.of(
                texts.say(language, "Login"),
                texts.say(language, "Month"),
                texts.say(language, "Paid by"),
                texts.say(language, "From day"),
                texts.say(language, "To day"),
                texts.say(language, "Quantity"),
                texts.say(language, "Came back"),
                texts.say(language, "Paid quantity"),
                texts.say(language, "Rate of pay"),
                texts.say(language, "Amount"),
                texts.say(language, "Currency"),
                texts.say(language, "Absent hours"),
                texts.say(language, "Paid hours still to come"));
    }
}
