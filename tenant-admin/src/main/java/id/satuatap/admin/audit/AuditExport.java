package id.satuatap.admin.audit;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import id.satuatap.admin.shared.CsvFile;
import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Exactly the lines that are looked at, for a spreadsheet; read from core and passed on a part at a time. */
@Component
class AuditExport {

    private static final int PART = 200;

    private final AuditClient client;

    AuditExport(AuditClient client) {
        this.client = client;
    }

    DownloadHandler of(AuditFilter filter, AuditSheet sheet) {
        return event -> {
            try {
                write(filter, sheet, event);
            } catch (CoreRefused refused) {
                event.getResponse().sendError(refused.status(), "");
            } catch (CoreAway away) {
                event.getResponse().sendError(503, "");
            } catch (SignInNeeded over) {
                event.getResponse().sendError(401, "");
            }
        };
    }

    /** The first part is asked for before anything is sent, so that a refusal is one. */
    private void write(AuditFilter filter, AuditSheet sheet, DownloadEvent event) throws IOException {
        var part = part(filter, null);
        event.setFileName(
                "jejak-audit-%s-%s.csv".formatted(UserSession.current().tenant(), sheet.today()));
        event.setContentType("text/csv;charset=UTF-8");
        event.getResponse().setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        send(CsvFile.BYTE_ORDER_MARK + CsvFile.line(sheet.head()), event);
        while (true) {
            var rows = new StringBuilder();
            part.items().forEach(entry -> rows.append(CsvFile.line(sheet.row(entry))));
            send(rows.toString(), event);
            if (part.next() == null) {
                return;
            }
            part = part(filter, part.next());
        }
    }

    private AuditClient.Entries part(AuditFilter filter, @Nullable String after) {
        return client.list(filter.asked(), after, PART);
    }

    private static void send(String text, DownloadEvent event) throws IOException {
        event.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
