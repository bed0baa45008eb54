package salesconveyor.web.setup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Who sells: what proposals and invoices must say of him. */
@Controller
class SellerForm {
    private final Sellers sellers;
    private final Texts texts;

    SellerForm(Sellers sellers, Texts texts) {
        this.sellers = sellers;
        this.texts = texts;
    }

    @PostMapping("/pages/setup/seller")
    String seller(@RequestParam Map<String, String> fields, Locale locale, RedirectAttributes flash) {
        var answer = new Answer("seller", locale, texts, flash);
        try {
            sellers.save(new SellerEntry(fields).seller());
            return answer.done(texts.say(locale, "The seller data is saved; the next invoice carries it."));
        } catch (Refused refused) {
            flash.addFlashAttribute("seller", typed(fields));
            return answer.refused(refused);
        }
    }

    /** What was typed stays in the form, which asks for every field of a seller. */
    private static Map<String, String> typed(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        for (var field : Seller.class.getRecordComponents()) {
            all.putIfAbsent(field.getName(), "");
        }
        return all;
    }
}
