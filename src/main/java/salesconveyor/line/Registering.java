package salesconveyor.line;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Channel;
import salesconveyor.acquisition.Contact;
import salesconveyor.acquisition.TypingIn;
import salesconveyor.acquisition.TypingIn.Taken;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Identities;
import salesconveyor.engine.Refused;
import salesconveyor.shared.Texts;

/** Writes an opportunity that somebody types in, with its company and channel. */
@Component
@Transactional
class Registering {
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_CAMPAIGN = 200;

    private final TypingIn typing;
    private final Identities identities;
    private final Texts texts;

    Registering(TypingIn typing, Identities identities, Texts texts) {
        this.typing = typing;
        this.identities = identities;
        this.texts = texts;
    }

    /** A case of a list is written already and only starts; whoever types one in has no number yet. */
    Taken register(@Nullable String opportunity, @Nullable String known, FormValues form) {
        if (opportunity != null && known != null) {
            return new Taken(opportunity, known, false);
        }
        CompanyFacts facts = CompanyFacts.of(required(form, "companyName", "Company"))
                .with(Fact.PHONE, form.text("companyPhone"))
                .with(Fact.PERSON, form.text("contactPerson"))
                .with(Fact.EMAIL, form.text("contactEmail"));
        Contact contact = new Contact(
                facts,
                channel(required(form, "channel", "How did we find each other?")),
                text(
                        form,
                        "campaign",
                        "Who or what brought them: who referred them, which show or mailing",
                        LONGEST_CAMPAIGN),
                text(form, "firstNote", "What they need, what was said", LONGEST_NOTE));
        return typing.take(contact, identities.current());
    }

    /** An inquiry comes by itself and a repeat order from its client's own case: nobody types these in. */
    private static Channel channel(String key) {
        return Channel.of(key)
                .filter(channel -> channel != Channel.SITE && channel != Channel.REPEAT)
                .orElseThrow(() -> new Refused("Please choose how you found each other."));
    }

    private String required(FormValues form, String key, String label) {
        String text = form.text(key);
        if (text == null) {
            throw new Refused("Please fill in \"{0}\".", texts.say(label));
        }
        return text;
    }

    private @Nullable String text(FormValues form, String key, String label, int longest) {
        String text = form.text(key);
        if (text != null && text.length() > longest) {
            throw new Refused("\"{0}\" is longer than {1} characters; please shorten it.", texts.say(label), longest);
        }
        return text;
    }
}
