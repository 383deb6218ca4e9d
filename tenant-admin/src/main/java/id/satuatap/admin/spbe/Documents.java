package id.satuatap.admin.spbe;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.admin.spbe.AssessmentClient.Evidence;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import java.io.IOException;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Brings a file from core to the browser without holding it: always as a download, never shown in our origin; only pictures that core drew of it are shown. */
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
        return handler(evidence, "/content", (response, event) -> {
            event.setFileName(evidence.name());
            event.setContentType("application/octet-stream");
            event.setContentLength(evidence.size());
        });
    }

    /** A small picture of it, drawn by core. */
    DownloadHandler thumbnail(Evidence evidence) {
        return picture(evidence, "/thumbnail");
    }

    /** Its first page, drawn by core. */
    DownloadHandler preview(Evidence evidence) {
        return picture(evidence, "/preview");
    }

    private DownloadHandler picture(Evidence evidence, String form) {
        return handler(evidence, form, (response, event) -> {
            var kind = response.getHeaders().getContentType();
            if (kind == null
                    || !kind.getType().equals("image")
                    || kind.getSubtype().contains("svg")) {
                throw new CoreAway("platform-core", null, null);
            }
            event.setContentType(kind.toString());
            event.getResponse().setHeader("Cache-Control", "private, max-age=300");
        });
    }

    private DownloadHandler handler(Evidence evidence, String form, Naming naming) {
        return event -> {
            try {
                core.get().uri("/documents/{id}" + form, evidence.document()).exchange((request, response) -> {
                    if (response.getStatusCode().isError()) {
                        throw clients.refusal(response);
                    }
                    event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
                    naming.name(response, event);
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

    /** What the browser is told of the bytes before they come. */
    private interface Naming {

        void name(ClientHttpResponse response, DownloadEvent event);
    }

    private static void fail(DownloadEvent event, int status) throws IOException {
        event.getResponse().sendError(status, "");
    }
}
