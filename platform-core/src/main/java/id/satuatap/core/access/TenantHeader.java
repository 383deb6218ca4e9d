package id.satuatap.core.access;

import id.satuatap.core.shared.BadInput;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;

/** Names the tenant that is meant. Set by the gateway from the host; other parts name the tenant of their session with it. */
final class TenantHeader {

    static final String NAME = "X-Satu-Tenant";

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]{1,30}");

    private TenantHeader() {}

    /** Empty when none is named. */
    static Mono<String> slug(HttpHeaders headers) {
        var named = headers.getOrEmpty(NAME);
        return named.isEmpty() ? Mono.empty() : Mono.fromSupplier(() -> slug(named));
    }

    /** The one tenant named; 400 for several, and for what is no name of a tenant. */
    static String slug(List<String> headers) {
        if (headers.size() > 1 || !SLUG.matcher(headers.getFirst()).matches()) {
            throw new BadInput(NAME, "fault.tenant-header");
        }
        return headers.getFirst();
    }
}
