package salesconveyor.mail;

import jakarta.mail.internet.AddressException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** By SMTP if {@code spring.mail.host} is set, into a folder otherwise. */
@Configuration(proxyBeanMethods = false)
class MailSettings {
    @Bean
    Carrier carrier(ObjectProvider<JavaMailSenderImpl> server, @Value("${conveyor.outbox:./data/outbox}") Path folder) {
        JavaMailSenderImpl smtp = server.getIfAvailable();
        return smtp == null ? new FolderCarrier(folder) : new SmtpCarrier(smtp);
    }

    @Bean
    Postman postman(
            WaitingMail waiting,
            Carrier carrier,
            @Value("${conveyor.mail-from:Sales Conveyor <sales@localhost>}") String from,
            Clock clock)
            throws AddressException {
        return new Postman(waiting, carrier, Letter.address(from), clock);
    }
}
