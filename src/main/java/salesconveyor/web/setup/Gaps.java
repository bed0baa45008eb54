package salesconveyor.web.setup;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import salesconveyor.catalogue.Products;
import salesconveyor.companies.Sellers;
import salesconveyor.engine.Identities;
import salesconveyor.people.Role;

/** What is still missing before a real company can work. */
@Component
public class Gaps {
    /** In the order in which they are best filled. */
    public enum Gap {
        SELLER,
        CATALOGUE,
        PEOPLE,
        MAIL
    }

    private final Sellers sellers;
    private final Products products;
    private final Identities identities;
    private final ObjectProvider<JavaMailSenderImpl> smtp;

    Gaps(Sellers sellers, Products products, Identities identities, ObjectProvider<JavaMailSenderImpl> smtp) {
        this.sellers = sellers;
        this.products = products;
        this.identities = identities;
        this.smtp = smtp;
    }

    public Set<Gap> open() {
        Set<Gap> gaps = EnumSet.noneOf(Gap.class);
        if (!sellers.missing().isEmpty()) {
            gaps.add(Gap.SELLER);
        }
        if (products.offered().isEmpty()) {
            gaps.add(Gap.CATALOGUE);
        }
        if (!emptyRoles().isEmpty()) {
            gaps.add(Gap.PEOPLE);
        }
        if (!hasMailServer()) {
            gaps.add(Gap.MAIL);
        }
        return gaps;
    }

    /** The roles that nobody has: their tasks would wait for ever. */
    List<Role> emptyRoles() {
        return Arrays.stream(Role.values())
                .filter(role -> !identities.hasMember(role.group()))
                .toList();
    }

    boolean hasMailServer() {
        return smtp.getIfAvailable() != null;
    }
}
