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
            @Nullable String email,
            @Nullable String manager,
            OffsetDateTime sent,
            @Nullable OffsetDateTime reminded,
            @Nullable OffsetDateTime answered,
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable String callOutcome) {}

    private static final int TOKEN_BYTES = 24;
    private static final String ALL = "select token, opportunity_number, order_number, company_number, email, manager,"
            + " sent, reminded, answered, score, comment, call_outcome from survey where ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Surveys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes that this order is asked about.
     *
     * @param email of the person who gets the letter; nothing when a caller asks
     */
    void open(String order, String opportunity, String company, @Nullable String email, @Nullable String manager) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        jdbc.sql("insert into survey (token, opportunity_number, order_number, company_number, email, manager, sent)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        opportunity,
                        order,
                        company,
                        email,
                        manager,
                        OffsetDateTime.now(clock))
                .update();
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

    /** Whether the company, or the person with this address at whatever company, was asked after that moment. */
    boolean askedSince(String company, @Nullable String email, OffsetDateTime moment) {
        return jdbc.sql("select count(*) from survey where (company_number = ? or email = ?) and sent > ?")
                        .params(company, email == null ? "" : email, moment)
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

    /** @return false when the client was reminded or answered before */
    boolean remind(String order) {
        return jdbc.sql(
                                "update survey set reminded = ? where order_number = ? and reminded is null and answered is null")
                        .params(OffsetDateTime.now(clock), order)
                        .update()
                == 1;
    }

    void called(String order, String outcome) {
        jdbc.sql("update survey set call_outcome = ? where order_number = ?")
                .params(outcome, order)
                .update();
    }
}
