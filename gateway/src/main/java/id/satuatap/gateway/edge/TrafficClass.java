package id.satuatap.gateway.edge;

import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** What kind of traffic a request is. Part, time-out, body size and rate limit all follow from it, so that paths are read in this place only. */
public enum TrafficClass {
    API(Part.CORE),
    /** Evidence: a file as raw bytes, which a slow line may take minutes to send. */
    UPLOAD(Part.CORE),
    /** Events stay open for as long as the caller's token lives. */
    EVENTS(Part.CORE),
    ADMIN(Part.ADMIN),
    /** Push, uploads and downloads of the officials' workspace. */
    ADMIN_STREAM(Part.ADMIN),
    PAGES(Part.CITIZEN),
    PAGES_STREAM(Part.CITIZEN),
    IDENTITY(Part.IDENTITY);

    private static final Pattern EVIDENCE = Pattern.compile("/api/v1/spbe/assessments/[^/]+/indicators/[^/]+/evidence");
    private static final Pattern VAADIN_STREAM = Pattern.compile("/VAADIN/(push|dynamic)(/.*)?");
    private static final Pattern VAADIN_PUSH = Pattern.compile("(.*&)?v-r=push(&.*)?");

    private final Part part;

    TrafficClass(Part part) {
        this.part = part;
    }

    public Part part() {
        return part;
    }

    public boolean api() {
        return part == Part.CORE;
    }

    /** Vaadin keeps its push channel as a WebSocket; nothing else here speaks it. */
    public boolean takesWebSockets() {
        return part == Part.ADMIN || part == Part.CITIZEN;
    }

    static TrafficClass of(VirtualHost host, ServerHttpRequest request, String path) {
        if (host instanceof VirtualHost.Identity) {
            return IDENTITY;
        }
        if (path.startsWith("/api/")) {
            return ofApi(request.getMethod(), path);
        }
        if (path.equals("/admin") || path.startsWith("/admin/")) {
            return streams(request, path.substring("/admin".length())) ? ADMIN_STREAM : ADMIN;
        }
        return streams(request, path) ? PAGES_STREAM : PAGES;
    }

    private static TrafficClass ofApi(HttpMethod method, String path) {
        if (path.equals("/api/v1/events") || path.equals("/api/v1/events/public")) {
            return EVENTS;
        }
        return HttpMethod.POST.equals(method) && EVIDENCE.matcher(path).matches() ? UPLOAD : API;
    }

    private static boolean streams(ServerHttpRequest request, String path) {
        var query = request.getURI().getRawQuery();
        return VAADIN_STREAM.matcher(path).matches()
                || (query != null && VAADIN_PUSH.matcher(query).matches());
    }
}
