package salesconveyor.shared;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where strangers reach this installation, for the links in mails: the setting {@code conveyor.public-url}. */
@Component
public class PublicAddress {
    private final String base;

    PublicAddress(@Value("${conveyor.public-url:http://localhost:8080}") String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** @param path begins with {@code /public/} */
    public String link(String path) {
        return base + path;
    }
}
