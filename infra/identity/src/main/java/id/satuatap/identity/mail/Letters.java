package id.satuatap.identity.mail;

import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.account.Accounts;
import id.satuatap.identity.mail.MailOutboxRepository.Waiting;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes the letters. Plain text, no word that a stranger typed, links on the canonical host only. The code in a link
 * is made here, when the letter is about to be sent, so its time runs from then.
 */
@Component
class Letters {

    private final Accounts accounts;
    private final MessageSource texts;
    private final IdentityProperties properties;

    Letters(Accounts accounts, MessageSource texts, IdentityProperties properties) {
        this.accounts = accounts;
        this.texts = texts;
        this.properties = properties;
    }

    /** The letter, or empty when there is nobody to write to. */
    Optional<MimeMessage> write(Waiting wish) {
        var account = accounts.findByEmail(wish.to());
        return switch (wish.kind()) {
            case PASSWORD ->
                account.map(known -> letter(
                        wish, "password", properties.page("/password/new?code=" + accounts.passwordCode(known))));
            case REGISTRATION ->
                Optional.of(
                        account.isPresent()
                                ? letter(wish, "known", properties.page("/password/forgotten"))
                                : letter(wish, "registration", registrationLink(wish)));
        };
    }

    private String registrationLink(Waiting wish) {
        var name = wish.name() == null ? wish.recipient() : wish.name();
        return properties.page("/register/confirm?code=" + accounts.registrationCode(wish.to(), name));
    }

    private MimeMessage letter(Waiting wish, String kind, String link) {
        var subject = texts.getMessage("mail.%s.subject".formatted(kind), null, wish.locale());
        var body = texts.getMessage(
                "mail.%s.body".formatted(kind), new Object[] {link, properties.baseUrl()}, wish.locale());
        try {
            var message = new Letter(wish);
            message.setFrom(new InternetAddress(properties.mailFrom()));
            message.setRecipient(RecipientType.TO, new InternetAddress(wish.recipient(), true));
            message.setSubject(subject, "UTF-8");
            message.setText(body, "UTF-8");
            message.setHeader("Content-Language", wish.language());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("Content-Transfer-Encoding", "8bit");
            message.setSentDate(new Date());
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException("A letter could not be written.", impossible);
        }
    }

    /** Its Message-ID is the wish's: should a letter go out twice, the recipient's server can tell. */
    private static final class Letter extends MimeMessage {

        private final String messageId;

        Letter(Waiting wish) {
            super(Session.getInstance(new Properties()));
            this.messageId = "<%s@satuatap.example>".formatted(wish.id());
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
