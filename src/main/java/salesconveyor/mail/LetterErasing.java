package salesconveyor.mail;

import static salesconveyor.shared.Erasure.ERASED;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.shared.Erasure;
import salesconveyor.shared.PersonalData;

/**
 * Empties the letters to a company and those to us that are about it, by address and number alone: what names it in
 * words may be somebody else's letter. The row stays, so that none is written a second time; one that still waits is
 * not sent any more.
 */
@Component
@Transactional
class LetterErasing implements PersonalData {
    private final JdbcClient jdbc;
    private final Carrier carrier;

    LetterErasing(JdbcClient jdbc, Carrier carrier) {
        this.jdbc = jdbc;
        this.carrier = carrier;
    }

    @Override
    public Map<String, Integer> erase(Erasure erasure) {
        Map<Long, String> letters = new HashMap<>();
        for (String email : erasure.emails()) {
            find(letters, "lower(recipient) = ?", email);
            find(letters, "position(cast(? as varchar(400)) in lower(recipient)) > 0", "<" + email + ">");
        }
        for (String number : erasure.numbers()) {
            Map<Long, String> holding = new HashMap<>();
            find(holding, "position(cast(? as varchar(400)) in mail_key) > 0", number);
            holding.values().removeIf(key -> !Erasure.holds(key, number));
            letters.putAll(holding);
        }
        letters.forEach(this::empty);
        return Map.of("mail", letters.size());
    }

    private void find(Map<Long, String> letters, String condition, String text) {
        jdbc.sql("select id, mail_key from mail where " + condition)
                .param(text)
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("mail_key")))
                .list()
                .forEach(letter -> letters.put(letter.getKey(), letter.getValue()));
    }

    private void empty(long id, String key) {
        jdbc.sql("delete from mail_attachment where mail = ?").param(id).update();
        jdbc.sql("update mail set recipient = ?, subject = ?, body = ?, headers = '', problem = null,"
                        + " state = case when state in ('WAITING', 'DOUBTFUL') then 'REFUSED' else state end"
                        + " where id = ?")
                .params(ERASED, ERASED, ERASED, id)
                .update();
        carrier.forget(Postman.fileName(id, key));
    }
}
