package id.satuatap.citizen.account;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** What this government keeps of the person at the screen: to look at, and as a file to take along. */
@Service
class KeptData {

    private static final String NOTHING = "urn:problem:privacy.nothing-kept";

    private final PrivacyClient client;
    private final JsonMapper json;

    KeptData(PrivacyClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Empty when nothing at all is kept. */
    Optional<Kept> mine() {
        return unlessNothing(client::mine);
    }

    /** The file says also that nothing is kept: that is an answer to take along, too. */
    DownloadHandler file(String government) {
        var session = UserSession.current();
        return event -> {
            try {
                session.during(() -> write(government, event));
            } catch (CoreRefused refused) {
                event.getResponse().sendError(refused.status(), "");
            } catch (CoreAway away) {
                event.getResponse().sendError(HttpStatus.SERVICE_UNAVAILABLE.value(), "");
            } catch (SignInNeeded over) {
                event.getResponse().sendError(HttpStatus.UNAUTHORIZED.value(), "");
            }
        };
    }

    private boolean write(String government, DownloadEvent event) {
        var content = new LinkedHashMap<String, Object>();
        content.put("government", government);
        content.put("at", Instant.now());
        content.put("subject", UserSession.current().subject());
        content.put("kept", unlessNothing(client::whole).orElse(null));
        var bytes = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content);
        event.setFileName("data-saya-%s.json".formatted(UserSession.current().tenant()));
        event.setContentType("application/json");
        event.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try {
            event.getOutputStream().write(bytes);
        } catch (IOException gone) {
            return false; // nobody waits for it any more
        }
        return true;
    }

    private static <T> Optional<T> unlessNothing(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (CoreRefused refused) {
            if (NOTHING.equals(refused.problem().type())) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
