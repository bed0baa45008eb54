package salesconveyor.companies;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says at the start, once, that nothing can be billed yet. */
@Component
class SellerWarning {
    private static final Logger LOG = LoggerFactory.getLogger(SellerWarning.class);
    private final Sellers sellers;

    SellerWarning(Sellers sellers) {
        this.sellers = sellers;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        List<String> missing = sellers.missing();
        if (!missing.isEmpty()) {
            LOG.warn(
                    "Nothing can be billed before an administrator enters the seller's data on the page /pages/setup: {}",
                    String.join(", ", missing));
        }
    }
}
