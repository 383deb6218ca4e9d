package id.satuatap.identity;

import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/** The folder of .eml files, read as somebody would read his mail. */
public final class Mailbox {

    private static final Pattern LINK = Pattern.compile("http://\\S+");

    private final Path folder;

    Mailbox(Path folder) {
        this.folder = folder;
    }

    /** Waits for the newest of at least {@code count} mails to {@code recipient}. */
    public String newest(String recipient, int count) {
        await().atMost(Duration.ofSeconds(15)).until(() -> to(recipient).size() >= count);
        return to(recipient).getLast();
    }

    public List<String> to(String recipient) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Mailbox::text)
                    .filter(text -> text.startsWith("To: " + recipient + "\n"))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    public static String link(String mail) {
        return LINK.matcher(mail).results().findFirst().orElseThrow().group();
    }

    private static String text(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), stream);
            return "To: %s\nSubject: %s\n%s"
                    .formatted(message.getAllRecipients()[0], message.getSubject(), message.getContent());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (MessagingException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
