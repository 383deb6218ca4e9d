package id.satuatap.admin.spbe;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.admin.session.CoreClients;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.SignInNeeded;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Brings a file from core to the browser without holding it: always as a download, never shown in our origin. */
@Component
class Documents {

    private final CoreClients clients;
    private final RestClient core;

    Documents(CoreClients clients) {
        this.clients = clients;
        this.core = clients.streams();
    }

    RestClient core() {
        return core;
    }

    DownloadHandler content(Evidence evidence) {
        return event -> {
            try {
                core.get().uri("/documents/{id}/content", evidence.document()).exchange((request, response) -> {
                    if (response.getStatusCode().isError()) {
                        throw clients.refusal(response);
                    }
                    event.setFileName(evidence.name());
                    event.setContentType("application/octet-stream");
                    event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                    event.setContentLength(evidence.size());
                    return response.getBody().transferTo(event.getOutputStream());
                });
            } catch (CoreRefused refused) {
                fail(event, refused.status());
            } catch (CoreAway | ResourceAccessException away) {
                fail(event, 503);
            } catch (SignInNeeded over) {
                fail(event, 401);
            }
        };
    }

    private static void fail(DownloadEvent event, int status) throws IOException {
        event.getResponse().sendError(status, "");
    }
}
