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

/**
 * Every line of the log names the request and the tenant, and nobody. The marks are cleared when the next request begins, not when this one
 * ends: the server logs a failure after the last filter, and it must carry them, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestContext extends OncePerRequestFilter {

    public static final String HEADER = "X-Request-Id";
    public static final String REQUEST_ID = "requestId";
    public static final String TENANT = "tenant";
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = Objects.requireNonNullElse(request.getHeader(HEADER), "");
        var tenant = TenantBinding.tenantOf(request);
        MDC.clear();
        MDC.put(
                REQUEST_ID,
                SOUND.matcher(given).matches() ? given : UUID.randomUUID().toString());
        if (tenant != null) {
            MDC.put(TENANT, tenant);
        }
        chain.doFilter(request, response);
    }
}
