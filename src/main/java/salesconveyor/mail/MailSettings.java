package salesconveyor.mail;

import jakarta.mail.internet.AddressException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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
            @Value("${conveyor.bounces.address:}") String bounces,
            List<LastLook> looks,
            Failures failures,
            Clock clock)
            throws AddressException {
        var sender = new Sender(Letter.address(from), bounces.isBlank() ? null : Letter.address(bounces));
        return new Postman(waiting, carrier, sender, looks, failures, clock);
    }

    @Bean
    BounceMailbox bounceMailbox(
            @Value("${conveyor.bounces.protocol:imaps}") String protocol,
            @Value("${conveyor.bounces.host:}") String host,
            @Value("${conveyor.bounces.port:-1}") int port,
            @Value("${conveyor.bounces.user:}") String user,
            @Value("${conveyor.bounces.password:}") String password,
            @Value("${conveyor.bounces.folder:INBOX}") String folder,
            Failures failures) {
        if (!List.of("imap", "imaps", "pop3", "pop3s").contains(protocol)) {
            throw new IllegalArgumentException(
                    "conveyor.bounces.protocol is " + protocol + "; it is one of imap, imaps, pop3, pop3s");
        }
        return new BounceMailbox(new BounceMailbox.Account(protocol, host, port, user, password, folder), failures);
    }
}
