package id.satuatap.servlet.page;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import id.satuatap.servlet.Addresses;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * The content security policy of Vaadin's page: scripts from our files, and the inline ones that were written into this very page, known by a number
 * used once. Up to Vaadin 25.3 its client builds functions from text and writes style attributes; these two stay allowed until then.
 *
 * @see "Decision 0011"
 */
@Component
public class PagePolicy {

    private final Addresses addresses;
    private final SecureRandom random = new SecureRandom();

    public PagePolicy(Addresses addresses) {
        this.addresses = addresses;
    }

    void apply(IndexHtmlResponse page) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        var response = page.getVaadinResponse();
        response.setHeader("Content-Security-Policy", policy(nonce, webSocketOrigin(page)));
        response.setHeader("X-Frame-Options", "DENY");
    }

    private String policy(String nonce, String webSocketOrigin) {
        return ("default-src 'self'; script-src 'self' 'nonce-%s' 'unsafe-eval'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' %s;"
                        + " object-src 'none'; base-uri 'self'; form-action 'self' %s; frame-ancestors 'none'")
                .formatted(nonce, webSocketOrigin, addresses.issuer());
    }

    /** Not every browser takes {@code 'self'} for WebSockets, too. */
    private static String webSocketOrigin(IndexHtmlResponse page) {
        var request = ((VaadinServletRequest) page.getVaadinRequest()).getHttpServletRequest();
        var usual = request.isSecure() ? 443 : 80;
        var port = request.getServerPort() == usual ? "" : ":" + request.getServerPort();
        return (request.isSecure() ? "wss://" : "ws://") + request.getServerName() + port;
    }
}
