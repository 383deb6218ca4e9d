package id.satuatap.citizen.core;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every line of the log names the request and the tenant, and nobody. The marks are cleared when the next request
 * begins, not when this one ends: the server logs a failure after the last filter, and it must carry them, too.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMarks extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var requestId = request.getHeader("X-Request-Id");
        var tenant = request.getHeader("X-Satu-Tenant");
        MDC.clear();
        MDC.put("requestId", requestId == null ? UUID.randomUUID().toString() : requestId);
        if (tenant != null) {
            MDC.put("tenant", tenant);
        }
        chain.doFilter(request, response);
    }
}
