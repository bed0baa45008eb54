package salesconveyor.line;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Opportunities;
import salesconveyor.companies.Companies;
import salesconveyor.companies.CompanyFacts;
import salesconveyor.companies.Fact;
import salesconveyor.engine.FormValues;
import salesconveyor.engine.Identities;
import salesconveyor.shared.Texts;

/** Writes an opportunity that somebody types in, with its company and channel. */
@Component
@Transactional
class Registering {
    /** Where the facts come from, by the channel. */
    private static final Map<String, String> SOURCES =
            Map.of("PHONE_IN", "They called us", "REFERRAL", "Referral", "TRADE_SHOW", "Trade show", "LIST", "List");

    record Registered(String opportunity, String company) {}

    private final Companies companies;
    private final Opportunities opportunities;
    private final Identities identities;
    private final Texts texts;

    Registering(Companies companies, Opportunities opportunities, Identities identities, Texts texts) {
        this.companies = companies;
        this.opportunities = opportunities;
        this.identities = identities;
        this.texts = texts;
    }

    /** A case of a list is written already and only starts; whoever types one in has no number yet. */
    Registered register(@Nullable String opportunity, @Nullable String known, FormValues form) {
        if (opportunity != null && known != null) {
            return new Registered(opportunity, known);
        }
        CompanyFacts facts = CompanyFacts.of(form.required("companyName"))
                .with(Fact.PHONE, form.text("companyPhone"))
                .with(Fact.PERSON, form.text("contactPerson"))
                .with(Fact.EMAIL, form.text("contactEmail"));
        String channel = form.required("channel");
        String company =
                companies.recognise(facts, texts.say(SOURCES.getOrDefault(channel, channel)), identities.current());
        String number = opportunities.add(company, channel);
        opportunities.note(number, form.text("firstNote"));
        return new Registered(number, company);
    }
}
