package salesconveyor.service;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How satisfied the clients are who were asked on these days. An answer counts on the day of its question, whenever it
 * came, so that the response rate and the scores tell of the same clients.
 *
 * @param satisfiedFrom the lowest of the scores 0 to 10 that counts as satisfied
 * @param months by month of the question, the first one first
 * @param products by product: an answer counts for each product of its order
 * @param managers by who owned the sale
 * @param channels by how the client came to us
 */
public record Satisfaction(
        LocalDate from,
        LocalDate to,
        int satisfiedFrom,
        Rating all,
        List<Part> months,
        List<Part> products,
        List<Part> managers,
        List<Part> channels) {
    /**
     * The figures of a part.
     *
     * @param key a month like 2026-11, an article number, a login or a channel; nothing where it is not known
     * @param name for people; the key where there is no other
     */
    public record Part(@Nullable String key, @Nullable String name, Rating rating) {}
}
