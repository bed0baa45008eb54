package salesconveyor.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.Channel;
import salesconveyor.engine.Refused;
import salesconveyor.service.Satisfaction.Part;

/** Counts how satisfied clients are: Net Promoter Score, satisfied share, response rate, by what people ask for. */
@Component
@Transactional(readOnly = true)
public class MeasuringSatisfaction {
    /** One question, and a product of its order where products are asked for. */
    private record Question(
            OffsetDateTime sent,
            @Nullable Integer score,
            @Nullable String manager,
            @Nullable String channel,
            @Nullable String sku,
            @Nullable String name) {}

    private static final int USUAL_DAYS = 365;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final int satisfiedFrom;

    MeasuringSatisfaction(
            JdbcClient jdbc, Clock clock, @Value("${conveyor.service.satisfied-from:8}") int satisfiedFrom) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.satisfiedFrom = satisfiedFrom;
    }

    /**
     * The figures of those who were asked on these days.
     *
     * @param from the first day; a year before the last one when not given
     * @param to the last day; today when not given
     */
    public Satisfaction of(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.now(clock) : to;
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        if (first.isAfter(last)) {
            throw new Refused("The first day {0} lies after the last day {1}.", first.toString(), last.toString());
        }
        List<Question> asked = asked(
                "select sent, score, manager, channel, cast(null as varchar(40)) as sku,"
                        + " cast(null as varchar(200)) as name from asked_client where sent >= ? and sent < ?",
                first,
                last);
        List<Question> products = asked(
                "select a.sent, a.score, a.manager, a.channel, b.sku, max(b.name) as name"
                        + " from asked_client a join bought_line b on b.order_number = a.order_number"
                        + " where a.sent >= ? and a.sent < ?"
                        + " group by a.order_number, a.sent, a.score, a.manager, a.channel, b.sku",
                first,
                last);
        return new Satisfaction(
                first,
                last,
                satisfiedFrom,
                rating(asked),
                parts(asked, this::month, question -> month(question)),
                byAnswers(parts(products, Question::sku, Question::name)),
                byAnswers(parts(asked, Question::manager, Question::manager)),
                byAnswers(parts(asked, Question::channel, MeasuringSatisfaction::title)));
    }

    private List<Question> asked(String sql, LocalDate first, LocalDate last) {
        return jdbc.sql(sql)
                .params(
                        first.atStartOfDay(clock.getZone()).toOffsetDateTime(),
                        last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(Question.class)
                .list();
    }

    private List<Part> parts(
            List<Question> asked, Function<Question, @Nullable String> key, Function<Question, @Nullable String> name) {
        Map<String, List<Question>> groups = new TreeMap<>();
        asked.forEach(
                question -> groups.computeIfAbsent(String.valueOf(key.apply(question)), unused -> new ArrayList<>())
                        .add(question));
        return groups.values().stream()
                .map(group -> new Part(key.apply(group.get(0)), name.apply(group.get(0)), rating(group)))
                .toList();
    }

    /** Those with the most answers first: they say the most. */
    private static List<Part> byAnswers(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.rating().answered())
                        .reversed())
                .toList();
    }

    private Rating rating(List<Question> asked) {
        List<@Nullable Integer> scores = new ArrayList<>();
        asked.forEach(question -> scores.add(question.score()));
        return Rating.of(scores, satisfiedFrom);
    }

    private String month(Question question) {
        return YearMonth.from(question.sent().atZoneSameInstant(clock.getZone()))
                .toString();
    }

    private static @Nullable String title(Question question) {
        String key = question.channel();
        return key == null ? null : Channel.of(key).map(Channel::title).orElse(key);
    }
}
