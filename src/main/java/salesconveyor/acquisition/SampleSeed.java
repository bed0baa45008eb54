package salesconveyor.acquisition;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The seed of the sample: the setting, or one that the first start makes and keeps. */
@Component
class SampleSeed {
    private final JdbcClient jdbc;
    private final String seed;

    SampleSeed(JdbcClient jdbc, @Value("${conveyor.acquisition.sample-seed:}") String setting) {
        this.jdbc = jdbc;
        this.seed = setting.isBlank() ? kept().orElseGet(this::made) : setting;
    }

    String value() {
        return seed;
    }

    private Optional<String> kept() {
        return jdbc.sql("select seed from sample_seed").query(String.class).optional();
    }

    private String made() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        try {
            jdbc.sql("insert into sample_seed (id, seed) values (1, ?)")
                    .param(HexFormat.of().formatHex(random))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another node of the cluster starts at this moment and was first: its seed is the one.
        }
        return kept().orElseThrow();
    }
}
