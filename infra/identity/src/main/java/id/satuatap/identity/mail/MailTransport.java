package id.satuatap.identity.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** The way out: a mail server, or a folder. */
interface MailTransport {

    void send(MimeMessage letter) throws MessagingException, IOException;
}
