package id.satuatap.servlet.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every log line of a request its id and its tenant. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class RequestContext extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";
    public static final String REQUEST_ID = "requestId";
    private static final String TENANT = "tenant";
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = Objects.requireNonNullElse(request.getHeader(HEADER), "");
        var tenant = TenantBinding.tenantOf(request);
        MDC.put(
                REQUEST_ID,
                SOUND.matcher(given).matches() ? given : UUID.randomUUID().toString());
        MDC.put(TENANT, tenant == null ? "-" : tenant);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST_ID);
            MDC.remove(TENANT);
        }
    }
}
