package salesconveyor.acquisition;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Companies;
import salesconveyor.companies.Company;
import salesconveyor.companies.Fact;
import salesconveyor.companies.Seller;
import salesconveyor.companies.Sellers;
import salesconveyor.shared.Texts;

/** What stands above the script on the caller's page: whom to call on which number, until when, and in whose name. */
@Component
@Transactional(readOnly = true)
class CallPages {
    /**
     * @param tel the number as a {@code tel:} link wants it, without spaces
     * @param source where the number was found, for whoever asks
     * @param seller our own name, with which every call begins
     */
    record CallPage(String person, String phone, String tel, String hours, String source, String seller) {}

    private final Companies companies;
    private final CallingHours callingHours;
    private final Sellers sellers;
    private final Texts texts;

    CallPages(Companies companies, CallingHours callingHours, Sellers sellers, Texts texts) {
        this.companies = companies;
        this.callingHours = callingHours;
        this.sellers = sellers;
        this.texts = texts;
    }

    CallPage of(String number, @Nullable OffsetDateTime hoursEnd) {
        Company company = companies.get(number);
        String phone = company.callNumber() == null ? "–" : company.callNumber();
        return new CallPage(
                Stream.of(company.person(), company.position())
                        .filter(part -> part != null)
                        .collect(Collectors.joining(", ")),
                phone,
                phone.replaceAll("[^+0-9]", ""),
                hoursEnd == null ? "" : until(number, hoursEnd),
                companies
                        .source(number, company.phone() == null ? Fact.SWITCHBOARD : Fact.PHONE)
                        .orElse("–"),
                sellers.find().map(Seller::name).orElse("…"));
    }

    private String until(String number, OffsetDateTime hoursEnd) {
        var zone = callingHours.of(number).now().getZone();
        return texts.say(
                "Calls until {0}, their time ({1})",
                DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(texts.locale())
                        .format(hoursEnd.atZoneSameInstant(zone)),
                zone.getId());
    }
}
