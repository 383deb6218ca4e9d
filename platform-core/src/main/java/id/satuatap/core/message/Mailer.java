package id.satuatap.core.message;

import id.satuatap.core.outbox.Patience;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Sends mail to the SMTP server; where none is configured, writes it as an .eml file. Fails when it can't, and is then asked again. */
@Component
@EnableConfigurationProperties(MailProperties.class)
public class Mailer {

    /**
     * A letter.
     *
     * @param id becomes its Message-ID, so that a receiver can tell a second one
     */
    public record Mail(String id, String to, String subject, String text) {}

    /** A mail server may be away for a long weekend: about three days. */
    public static final Patience PATIENCE = new Patience(Duration.ofSeconds(30), Duration.ofMinutes(15), 300);

    private final MailProperties properties;
    private final ObjectProvider<JavaMailSender> server;

    /** Of its own: a server that hangs holds threads, and nobody else shall wait for them. */
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Mailer(MailProperties properties, ObjectProvider<JavaMailSender> server) {
        this.properties = properties;
        this.server = server;
    }

    public Mono<Void> send(Mail mail) {
        return Mono.<Void>fromRunnable(() -> deliver(mail)).subscribeOn(threads);
    }

    private void deliver(Mail mail) {
        var smtp = server.getIfAvailable();
        try {
            if (smtp != null) {
                smtp.send(message(smtp.createMimeMessage(), mail));
            } else {
                write(message(new MimeMessage(jakarta.mail.Session.getInstance(new Properties())), mail), mail.id());
            }
        } catch (MessagingException malformed) {
            throw new IllegalStateException(malformed);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void write(MimeMessage message, String id) throws IOException, MessagingException {
        var folder = properties.folder();
        if (folder == null) {
            throw new IllegalStateException("neither spring.mail.host nor satuatap.mail.folder is configured");
        }
        Files.createDirectories(folder);
        var draft = folder.resolve(id + ".part");
        try (var file = Files.newOutputStream(draft)) {
            message.writeTo(file);
        }
        Files.move(draft, folder.resolve(id + ".eml"), StandardCopyOption.ATOMIC_MOVE); // whole, or not there
    }

    private MimeMessage message(MimeMessage message, Mail mail) throws MessagingException {
        var helper = new MimeMessageHelper(message, "UTF-8");
        helper.setFrom(properties.from());
        helper.setTo(mail.to());
        helper.setSubject(mail.subject());
        helper.setText(mail.text());
        message.setHeader("X-Satu-Mail", mail.id());
        message.saveChanges(); // else done when it is sent, and its name made up anew
        message.setHeader(
                "Message-ID", "<%s@satuatap>".formatted(mail.id())); // the same when sent again: receivers can tell
        return message;
    }
}
