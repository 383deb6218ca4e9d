package id.satuatap.faults;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A mail server that takes everything, and falls silent when what leads to it holds. */
public final class MailServer {

    private final GreenMail server;
    private final TcpProxy wire;

    MailServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        wire = new TcpProxy(server.getSmtp().getPort());
    }

    TcpProxy wire() {
        return wire;
    }

    /** How often each mail came, by its Message-ID. */
    public Map<String, Long> received() {
        return Stream.of(server.getReceivedMessages())
                .collect(Collectors.groupingBy(MailServer::id, Collectors.counting()));
    }

    private static String id(MimeMessage mail) {
        try {
            return String.valueOf(mail.getMessageID()).replaceAll("[<>]", "");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
