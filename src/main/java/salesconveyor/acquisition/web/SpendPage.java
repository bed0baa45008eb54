package salesconveyor.acquisition.web;

import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.acquisition.Channel;
import salesconveyor.acquisition.ChannelCosts;
import salesconveyor.acquisition.Spend;
import salesconveyor.acquisition.SpendBook;
import salesconveyor.acquisition.Spending;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Where marketers write down what the channels cost, and see what an opportunity and an accepted lead cost. */
@Controller
class SpendPage {
    private static final int MONTHS = 12;
    private static final String BACK = "redirect:/pages/spend";

    /** A channel as it is offered. */
    record Choice(String key, String title) {}

    private final SpendBook book;
    private final Spending spending;
    private final ChannelCosts costs;
    private final Identities identities;
    private final Texts texts;
    private final Clock clock;

    SpendPage(SpendBook book, Spending spending, ChannelCosts costs, Identities identities, Texts texts, Clock clock) {
        this.book = book;
        this.spending = spending;
        this.costs = costs;
        this.identities = identities;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/pages/spend")
    String page(@RequestParam(required = false) @Nullable YearMonth since, Model model, Locale language) {
        YearMonth now = YearMonth.now(clock);
        YearMonth first = since == null ? now.minusMonths(MONTHS - 1) : since;
        model.addAttribute("since", first);
        model.addAttribute("costs", costs.since(first));
        model.addAttribute("entries", book.all());
        model.addAttribute("campaigns", book.campaigns());
        model.addAttribute(
                "channels",
                Arrays.stream(Channel.values())
                        .map(channel -> new Choice(channel.name(), texts.say(language, channel.title())))
                        .toList());
        if (!model.containsAttribute("entered")) {
            model.addAttribute("entered", Map.of("month", now.toString(), "currency", spending.currency()));
        }
        return "spend";
    }

    @PostMapping("/pages/spend/entry")
    String enter(@RequestParam Map<String, String> fields, Locale language, RedirectAttributes flash) {
        try {
            Spend spend = spending.enter(fields, language, identities.current());
            return done(
                    texts.say(
                            language,
                            "{0}, {1}: {2} is written down.",
                            spend.month().toString(),
                            texts.say(language, spend.channel().title()),
                            spend.amount().toPlainString() + " " + spend.currency()),
                    flash);
        } catch (Refused refused) {
            flash.addFlashAttribute("entered", fields);
            return problems(Stream.of(say(refused, language)), flash);
        }
    }

    @PostMapping("/pages/spend/delete")
    String delete(@RequestParam long id, Locale language, RedirectAttributes flash) {
        return book.delete(id)
                ? done(texts.say(language, "The entry is deleted."), flash)
                : problems(Stream.of(texts.say(language, "The entry was deleted already.")), flash);
    }

    @PostMapping("/pages/spend/file")
    String file(@RequestParam MultipartFile file, Locale language, RedirectAttributes flash) throws IOException {
        try {
            String name = String.valueOf(file.getOriginalFilename());
            var taken = spending.take(name, file.getBytes(), language, identities.current());
            if (taken.faults().isEmpty()) {
                return done(texts.say(language, "The file is in: {0} entries.", taken.entries()), flash);
            }
            String verdict = texts.say(
                    language,
                    "Nothing was taken: {0} rows are wrong, {1} are good. Correct them and upload the whole file again.",
                    taken.faults().size(),
                    taken.entries());
            return problems(
                    Stream.concat(
                            Stream.of(verdict),
                            taken.faults().stream()
                                    .map(fault -> texts.say(language, "Line {0}:", fault.line()) + " "
                                            + say(fault.reason(), language))),
                    flash);
        } catch (Refused refused) {
            return problems(Stream.of(say(refused, language)), flash);
        }
    }

    private String say(Refused refused, Locale language) {
        return texts.say(language, refused.sentence(), refused.arguments());
    }

    private static String done(String sentence, RedirectAttributes flash) {
        flash.addFlashAttribute("done", sentence);
        return BACK;
    }

    private static String problems(Stream<String> sentences, RedirectAttributes flash) {
        List<String> all = sentences.limit(100).toList();
        flash.addFlashAttribute("problems", all);
        return BACK;
    }
}
