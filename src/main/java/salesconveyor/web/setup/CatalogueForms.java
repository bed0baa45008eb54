package salesconveyor.web.setup;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.catalogue.PriceList;
import salesconveyor.catalogue.Product;
import salesconveyor.catalogue.Products;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** The catalogue: a price list as a file, and one product by hand. */
@Controller
class CatalogueForms {
    private final Products products;
    private final Texts texts;

    CatalogueForms(Products products, Texts texts) {
        this.products = products;
        this.texts = texts;
    }

    @PostMapping("/pages/setup/price-list")
    String priceList(@RequestParam MultipartFile file, Locale locale, RedirectAttributes flash) throws IOException {
        var answer = new Answer("catalogue", locale, texts, flash);
        try {
            PriceList list = products.take(file.getBytes());
            int good = list.products().size();
            if (list.faults().isEmpty()) {
                return answer.done(texts.say(locale, "The price list is in: {0} products.", good));
            }
            flash.addFlashAttribute("goodRows", list.products());
            String verdict = texts.say(
                    locale,
                    "Nothing was taken: {0} rows are wrong, {1} are good. Correct them and upload the whole file again.",
                    list.faults().size(),
                    good);
            return answer.problems(Stream.concat(
                            Stream.of(verdict),
                            list.faults().stream()
                                    .map(fault -> texts.say(locale, "Line {0}:", fault.line()) + " "
                                            + answer.say(fault.reason())))
                    .toList());
        } catch (Refused refused) {
            return answer.refused(refused);
        }
    }

    /** The fields of the form are the columns of a price list, and so are their rules. */
    @PostMapping("/pages/setup/product")
    String product(@RequestParam Map<String, String> fields, Locale locale, RedirectAttributes flash) {
        var answer = new Answer("catalogue", locale, texts, flash);
        try {
            Product product = products.enter(fields, fields.containsKey("active"));
            return answer.done(texts.say(locale, "{0} is saved.", product.sku()));
        } catch (Refused refused) {
            return answer.refused(refused);
        }
    }
}
