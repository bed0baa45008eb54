package salesconveyor.acquisition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import salesconveyor.acquisition.ListCompanies.Key;

/** Keeps by what the companies of a list are recognised, from one batch of its rows to the next. */
@Repository
@Transactional
class ListKeyBook {
    private static final int QUESTION = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ListKeyBook(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    List<Key> find(String list, Collection<String> keys) {
        List<String> wanted =
                keys.stream().distinct().map(key -> list + "/" + key).toList();
        List<Key> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += QUESTION) {
            found.addAll(jdbc.sql("select known_by, min(line) as line, web_domain from lead_list_key"
                            + " where known_by in (:keys) group by known_by, web_domain")
                    .param("keys", wanted.subList(from, Math.min(wanted.size(), from + QUESTION)))
                    .query((row, n) -> new Key(
                            row.getString("known_by").substring(list.length() + 1),
                            row.getInt("line"),
                            row.getString("web_domain")))
                    .list());
        }
        return found;
    }

    void add(String list, List<Key> keys) {
        batches.batchUpdate(
                "insert into lead_list_key (list_number, known_by, line, web_domain) values (?, ?, ?, ?)",
                keys,
                Math.max(1, keys.size()),
                (statement, key) -> {
                    statement.setString(1, list);
                    statement.setString(2, list + "/" + key.knownBy());
                    statement.setInt(3, key.line());
                    statement.setString(4, key.domain());
                });
    }

    void clear(String list) {
        jdbc.sql("delete from lead_list_key where list_number = ?").param(list).update();
    }
}
