package salesconveyor.billing;

import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Papers as they were issued, so that a client who asks again gets the very same one. */
@Component
@Transactional
class KeptPapers {
    private final JdbcClient jdbc;

    KeptPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> find(String number) {
        return jdbc.sql("select paper from invoice where number = ? and paper is not null")
                .param(number)
                .query(String.class)
                .optional()
                .map(Base64.getDecoder()::decode);
    }

    /** The first one stays. @return the one that is kept */
    byte[] keep(String number, byte[] paper) {
        jdbc.sql("update invoice set paper = ? where number = ? and paper is null")
                .params(Base64.getEncoder().encodeToString(paper), number)
                .update();
        return find(number).orElseThrow();
    }
}
