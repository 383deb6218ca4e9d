package id.satuatap.admin.audit;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.admin.session.CoreClients;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.CoreRefused;
import id.satuatap.admin.shared.SignInNeeded;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Exactly the lines that are looked at, as core writes them for a spreadsheet; passed on as they come. */
@Component
class AuditExport {

    private final CoreClients clients;
    private final RestClient core;

    AuditExport(CoreClients clients) {
        this.clients = clients;
        this.core = clients.streams();
    }

    DownloadHandler of(AuditFilter filter) {
        var asked = new LinkedMultiValueMap<String, String>();
        filter.asked().forEach(asked::add);
        return event -> {
            try {
                core.get()
                        .uri(address ->
                                address.path("/audit/export").queryParams(asked).build())
                        .exchange((request, answer) -> pass(answer, event));
            } catch (CoreRefused refused) {
                event.getResponse().sendError(refused.status(), "");
            } catch (CoreAway | ResourceAccessException away) {
                event.getResponse().sendError(503, "");
            } catch (SignInNeeded over) {
                event.getResponse().sendError(401, "");
            }
        };
    }

    private long pass(ClientHttpResponse answer, DownloadEvent event) throws IOException {
        if (answer.getStatusCode().isError()) {
            throw clients.refusal(answer);
        }
        var name = answer.getHeaders().getContentDisposition().getFilename();
        event.setFileName(name == null ? "jejak-audit.csv" : name);
        event.setContentType("text/csv;charset=UTF-8");
        event.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer.getBody().transferTo(event.getOutputStream());
    }
}
