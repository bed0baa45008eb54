package salesconveyor.companies;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.companies.Consents.Purpose;

/** Who may get a mailing: who agreed to it or is our client, and nobody who asked us to stop. */
@Component
@Transactional
public class MailingContacts {
    private final JdbcClient jdbc;
    private final Companies companies;
    private final Consents consents;
    private final MailSuppressions unsubscribed;
    private final SuppressionList suppressions;

    MailingContacts(
            JdbcClient jdbc,
            Companies companies,
            Consents consents,
            MailSuppressions unsubscribed,
            SuppressionList suppressions) {
        this.jdbc = jdbc;
        this.companies = companies;
        this.consents = consents;
        this.unsubscribed = unsubscribed;
        this.suppressions = suppressions;
    }

    /** Who agreed to get news; of several consents of an address the newest says whose it is. */
    public List<MailingContact> consenting() {
        return jdbc
                .sql("select email, company_number, person from consent where id in (select max(id) from consent"
                        + " where purpose = 'MARKETING' and withdrawn is null and company_number is not null"
                        + " group by email) order by id")
                .query(MailingContact.class)
                .list()
                .stream()
                .filter(contact -> isFree(contact.email(), contact.companyNumber()))
                .toList();
    }

    /** The addresses on our clients' cards. */
    public List<MailingContact> clients() {
        return jdbc
                .sql("select lower(email) as email, min(number) as company_number, min(person) as person from company"
                        + " where client_class <> 'NEW' and email is not null group by lower(email) order by 2")
                .query(MailingContact.class)
                .list()
                .stream()
                .filter(contact -> isFree(contact.email(), contact.companyNumber()))
                .toList();
    }

    /** Asked again for each letter in the moment of sending: an approval may be days old. */
    public boolean mayGet(String email, String company) {
        return isFree(email, company)
                && (consents.has(email, Purpose.MARKETING)
                        || !companies.clientClass(company).equals("NEW"));
    }

    private boolean isFree(String email, String company) {
        return !unsubscribed.contains(email)
                && !suppressions.forbids(company, ContactScope.MARKETING)
                && !suppressions.forbids(company, ContactScope.MAIL);
    }
}
