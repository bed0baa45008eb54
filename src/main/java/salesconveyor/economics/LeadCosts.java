package salesconveyor.economics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Channel;
import salesconveyor.acquisition.ChannelCosts;
import salesconveyor.acquisition.FoundLeads;
import salesconveyor.acquisition.FoundLeads.Lead;
import salesconveyor.work.Touch;

/** Adds up what qualified leads cost, by channel. */
@Component
@Transactional(readOnly = true)
class LeadCosts {
    private static final String STAGE = "acquireClient";

    private final FoundLeads leads;
    private final ChannelCosts spend;
    private final CostRates rates;

    LeadCosts(FoundLeads leads, ChannelCosts spend, CostRates rates) {
        this.leads = leads;
        this.spend = spend;
        this.rates = rates;
    }

    List<LeadCost> of(Records.Book book) {
        Window window = book.window();
        Map<Channel, BigDecimal> spent = spent(book);
        Map<Channel, List<Lead>> found = new EnumMap<>(Channel.class);
        Map<String, Channel> channels = new HashMap<>();
        for (Lead lead : leads.between(window.from(), window.until())) {
            found.computeIfAbsent(lead.channel(), none -> new ArrayList<>()).add(lead);
            channels.put(lead.number(), lead.channel());
        }
        Map<Channel, List<Touch>> touched = new EnumMap<>(Channel.class);
        long all = 0;
        for (Touch touch : book.touches()) {
            Channel channel = channels.get(String.valueOf(touch.caseNumber()));
            if (channel != null && touch.process().equals(STAGE)) {
                touched.computeIfAbsent(channel, none -> new ArrayList<>()).add(touch);
                all += touch.seconds();
            }
        }
        List<LeadCost> costs = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            if (channel != Channel.REPEAT && (found.containsKey(channel) || spent.containsKey(channel))) {
                costs.add(cost(
                        book,
                        channel,
                        found.getOrDefault(channel, List.of()),
                        touched.getOrDefault(channel, List.of()),
                        spent.getOrDefault(channel, BigDecimal.ZERO),
                        all));
            }
        }
        return costs;
    }

    private LeadCost cost(
            Records.Book book, Channel channel, List<Lead> found, List<Touch> touches, BigDecimal spent, long all) {
        int accepted = (int) found.stream().filter(Lead::accepted).count();
        BigDecimal exact = Operations.sum(touches, book.labour()::cost);
        BigDecimal labour = exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
        long own = touches.stream().mapToLong(Touch::seconds).sum();
        BigDecimal overhead = all == 0
                ? BigDecimal.ZERO
                : overhead(book)
                        .multiply(BigDecimal.valueOf(own))
                        .divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        BigDecimal each = accepted == 0 || labour == null
                ? null
                : spent.add(labour).add(overhead).divide(BigDecimal.valueOf(accepted), 2, RoundingMode.HALF_UP);
        return new LeadCost(channel, found.size(), accepted, spent, labour, overhead, each);
    }

    /** Of each day what counted on that day. */
    private BigDecimal overhead(Records.Book book) {
        var known = rates.known(CostRate.Kind.STAGE, book.currency());
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<LocalDate, BigDecimal> day :
                book.window().months(book.zone()).entrySet()) {
            BigDecimal month = known.of(STAGE, day.getKey());
            sum = month == null ? sum : sum.add(month.multiply(day.getValue(), MathContext.DECIMAL64));
        }
        return sum;
    }

    /** Of each month by the share of its days: what is written down for the running one is for all of it. */
    private Map<Channel, BigDecimal> spent(Records.Book book) {
        Window window = book.window();
        YearMonth last = YearMonth.from(window.until().atZoneSameInstant(book.zone()));
        Map<Channel, BigDecimal> spent = new EnumMap<>(Channel.class);
        spend.since(window.first()).stream()
                .filter(cost -> cost.campaign() == null && !cost.month().isAfter(last))
                .forEach(cost -> cost.costs().stream()
                        .filter(amount -> amount.currency().equals(book.currency()))
                        .forEach(amount -> spent.merge(
                                cost.channel(),
                                amount.amount().multiply(window.shareOf(cost.month(), book.zone())),
                                BigDecimal::add)));
        spent.replaceAll((channel, sum) -> sum.setScale(2, RoundingMode.HALF_UP));
        return spent;
    }
}
