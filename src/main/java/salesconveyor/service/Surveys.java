package salesconveyor.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The satisfaction questions and their answers; one question for each order. */
@Component
@Transactional
class Surveys {
    /** @param token opens the page of the question, once */
    record Survey(
            String token,
            String opportunityNumber,
            String orderNumber,
            String companyNumber,
            OffsetDateTime sent,
            @Nullable OffsetDateTime answered,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable String callOutcome) {}

    private static final int TOKEN_BYTES = 24;
    private static final String ALL = "select token, opportunity_number, order_number, company_number, sent, answered,"
            + " score, comment, call_outcome from survey where ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Surveys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The question of this order, which is written when it is not there yet. */
    Survey open(String order, String opportunity, String company) {
        return ofOrder(order).orElseGet(() -> {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            jdbc.sql("insert into survey (token, opportunity_number, order_number, company_number, sent)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                            opportunity,
                            order,
                            company,
                            OffsetDateTime.now(clock))
                    .update();
            return ofOrder(order).orElseThrow();
        });
    }

    Optional<Survey> ofOrder(String order) {
        return jdbc.sql(ALL + "order_number = ?")
                .param(order)
                .query(Survey.class)
                .optional();
    }

    Optional<Survey> byToken(String token) {
        return jdbc.sql(ALL + "token = ?").param(token).query(Survey.class).optional();
    }

    boolean askedSince(String company, OffsetDateTime moment) {
        return jdbc.sql("select count(*) from survey where company_number = ? and sent > ?")
                        .params(company, moment)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** @return false when it was answered before: the first answer stays */
    boolean answer(String order, int score, @Nullable String comment, String channel) {
        return jdbc.sql("update survey set answered = ?, score = ?, comment = ?, channel = ?"
                                + " where order_number = ? and answered is null")
                        .params(OffsetDateTime.now(clock), score, comment, channel, order)
                        .update()
                == 1;
    }

    void called(String order, String outcome) {
        jdbc.sql("update survey set call_outcome = ? where order_number = ?")
                .params(outcome, order)
                .update();
    }
}
