package salesconveyor.acquisition;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import salesconveyor.companies.EmailAddress;
import salesconveyor.companies.Phones;
import salesconveyor.shared.Sentence;

/** Cleans what a visitor entered, and says at which field it cannot be taken. */
@Component
class InquiryCheck {
    private static final int ORIGIN = 100;

    /** An inquiry that can be stored. */
    record Clean(
            String company,
            String person,
            String email,
            @Nullable String phone,
            String message,
            @Nullable String source,
            @Nullable String medium,
            @Nullable String campaign) {}

    /** Either a clean inquiry or the problems, by field. */
    record Checked(@Nullable Clean clean, Map<String, Sentence> problems) {}

    private final Phones phones;

    InquiryCheck(Phones phones) {
        this.phones = phones;
    }

    Checked check(InquiryForm form) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        String company = required("company", line(form.company()), 300, problems);
        String person = required("name", line(form.name()), 200, problems);
        String email = required("email", line(form.email()), 254, problems);
        if (!problems.containsKey("email")) {
            email = EmailAddress.normal(email).orElse("");
            if (email.isEmpty()) {
                problems.put("email", new Sentence("This is not an e-mail address; it looks like anna@example.com."));
            }
        }
        String phone = line(form.phone());
        if (!phone.isEmpty()) {
            phone = phones.normal(phone, null).orElse("");
            if (phone.isEmpty()) {
                problems.put(
                        "phone",
                        new Sentence(
                                "This is not a phone number; write it with the country code, like +49 30 901820."));
            }
        }
        String message = required("message", text(form.message()), 2000, problems);
        if (!form.agrees()) {
            problems.put(
                    "consent",
                    new Sentence("Without your consent we may not store your inquiry; please tick the box."));
        }
        version("consent", ConsentWords.Kind.ANSWER, form.consentVersion(), problems);
        if (form.wantsNews()) {
            version("news", ConsentWords.Kind.NEWS, form.newsVersion(), problems);
        }
        return new Checked(
                problems.isEmpty()
                        ? new Clean(
                                company,
                                person,
                                email,
                                phone.isEmpty() ? null : phone,
                                message,
                                origin(form.source()),
                                origin(form.medium()),
                                origin(form.campaign()))
                        : null,
                problems);
    }

    /** The version is the proof of what was agreed to: a form has to say which words it showed. */
    private static void version(
            String field, ConsentWords.Kind kind, @Nullable String version, Map<String, Sentence> problems) {
        if (version == null || version.isBlank()) {
            problems.putIfAbsent(
                    field,
                    new Sentence(
                            "The form does not say which words it showed; send {0} with the version that GET /public/inquiries/consent names.",
                            field + "_version"));
        } else if (!ConsentWords.isCurrent(kind, version)) {
            problems.put(field, new Sentence("The words of the consent have changed; please read and tick them anew."));
        }
    }

    private static String required(String field, String text, int longest, Map<String, Sentence> problems) {
        if (text.isEmpty()) {
            problems.put(field, new Sentence("Please fill in this field."));
        } else if (text.length() > longest) {
            problems.put(field, new Sentence("Please shorten this to {0} characters.", longest));
        }
        return text;
    }

    /** Where the visitor came from is written by a link, not by the visitor: it is cut, never refused. */
    private static @Nullable String origin(@Nullable String text) {
        String origin = line(text);
        return origin.isEmpty() ? null : origin.substring(0, Math.min(origin.length(), ORIGIN));
    }

    private static String line(@Nullable String text) {
        return text(text).replaceAll("\\s+", " ");
    }

    /** Without control characters, which no database and no mail header takes, and without broken halves of characters. */
    private static String text(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}", " ")
                        .strip();
    }
}
