package id.satuatap.identity.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** One .eml file per mail, whole or not there: for evaluation, where there is no mail server. */
class MailFolder implements MailTransport {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    MailFolder(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(MimeMessage letter) throws MessagingException, IOException {
        Files.createDirectories(folder);
        var id = letter.getMessageID().replaceAll("[^0-9a-f-]|@.*", "");
        var half = Files.createTempFile(folder, "half-", ".tmp");
        try {
            try (var file = Files.newOutputStream(half)) {
                letter.writeTo(file);
            }
            Files.move(
                    half,
                    folder.resolve(TIME.format(clock.instant()) + "-" + id + ".eml"),
                    StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
