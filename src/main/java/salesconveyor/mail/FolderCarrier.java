package salesconveyor.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Without a mail server letters become {@code .eml} files that any mail program opens. */
class FolderCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(FolderCarrier.class);
    private final Path folder;
    private final Session session = Session.getInstance(new Properties());

    FolderCarrier(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        LOG.info("spring.mail.host is not set: mail is not sent but written to {}", this.folder);
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Carried carry(MimeMessage letter, String name) throws MessagingException, IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(name + ".part");
        try (var out = Files.newOutputStream(draft)) {
            letter.writeTo(out);
        }
        Path file = Files.move(draft, folder.resolve(name + ".eml"), StandardCopyOption.REPLACE_EXISTING);
        LOG.info("Mail written to {}", Anonymous.words(file.toString()));
        return Carried.SENT;
    }

    @Override
    public void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".eml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
