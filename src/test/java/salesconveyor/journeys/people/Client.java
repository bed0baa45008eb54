package salesconveyor.journeys.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;

/** The other side: gets our mails, pays, and says how it was. */
public class Client {
    private static final Pattern SURVEY = Pattern.compile("/public/satisfaction/([\\w-]+)");

    private final Belt belt;
    private final JdbcClient post;
    private final String email;

    public Client(Belt belt, JdbcClient post, String email) {
        this.belt = belt;
        this.post = post;
        this.email = email;
    }

    public List<String> subjects() {
        return post.sql("select subject from mail where recipient = ? order by id")
                .param(email)
                .query(String.class)
                .list();
    }

    /** The number of the newest paper of this series that came by mail, like {@code PF}. */
    public String paper(String series) {
        return post.sql("select a.name from mail_attachment a join mail m on a.mail = m.id where m.recipient = ?"
                        + " and a.name like ? order by a.id desc limit 1")
                .params(email, series + "-%")
                .query(String.class)
                .single()
                .replace(".pdf", "");
    }

    public void scores(int score) {
        String letter = post.sql("select body from mail where recipient = ? and body like '%/public/satisfaction/%'"
                        + " order by id desc limit 1")
                .param(email)
                .query(String.class)
                .single();
        var link = SURVEY.matcher(letter);
        assertThat(link.find()).isTrue();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("score", String.valueOf(score));
        form.add("comment", "");
        var answer = belt.send("/public/satisfaction/" + link.group(1), form);
        assertThat(answer.getStatusCode().is2xxSuccessful())
                .as(answer.getBody())
                .isTrue();
    }
}
