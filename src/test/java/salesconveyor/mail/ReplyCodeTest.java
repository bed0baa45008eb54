package salesconveyor.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import salesconveyor.mail.MailFailed.Cause;

class ReplyCodeTest {
    @ParameterizedTest
    @CsvSource({
        "5.1.1, ADDRESS",
        "5.1.10, ADDRESS",
        "5.0.0, ADDRESS",
        "5.2.1, ADDRESS",
        "5.4.4, ADDRESS",
        "5.2.2, MOMENT",
        "4.2.2, MOMENT",
        "4.4.7, MOMENT",
        "'', MOMENT",
        "nonsense, MOMENT",
        "5.3.4, LETTER",
        "5.6.0, LETTER",
        "5.7.1, LETTER",
        "smtp; 550 5.1.1 unknown user on 10.5.1.20, ADDRESS"
    })
    void aStatusTellsWhatWasWrong(String status, Cause cause) {
        assertThat(ReplyCode.ofStatus(status)).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({
        "550, 550 5.1.1 no such user, ADDRESS",
        "550, 550 No such user here, ADDRESS",
        "551, 551 User not local, ADDRESS",
        "553, 553 sorry that domain is not here, ADDRESS",
        "552, 552 5.2.2 mailbox full, MOMENT",
        "550, 550 5.7.1 you are listed, LETTER",
        "550, 550 Relaying denied, LETTER",
        "550, 550 your host is on a blacklist, LETTER",
        "530, 530 Authentication required, LETTER",
        "554, 554 transaction failed, LETTER"
    })
    void anAnswerAboutUsIsNotOneAboutTheAddress(int code, String answer, Cause cause) {
        assertThat(ReplyCode.ofRecipient(code, answer)).isEqualTo(cause);
    }
}
