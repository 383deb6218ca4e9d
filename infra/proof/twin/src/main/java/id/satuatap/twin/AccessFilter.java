package id.satuatap.twin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Decides which tenant is meant, who asks, and whether that one is a member; logs changes and refusals, as core does. */
@Component
@Order(0) // after Spring Security
class AccessFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final String TENANT_HEADER = "X-Satu-Tenant";

    private final Register register;

    AccessFilter(Register register) {
        this.register = register;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long start = System.nanoTime();
        try {
            var tenant = tenant(request);
            request.setAttribute(Caller.ATTRIBUTE, caller(tenant));
            response.addHeader(HttpHeaders.VARY, TENANT_HEADER);
            chain.doFilter(request, response);
            log(request, response, tenant.slug(), start);
        } catch (Refused refused) {
            response.setStatus(refused.status());
            log(request, response, "-", start);
        }
    }

    private Tenant tenant(HttpServletRequest request) {
        var named = Collections.list(request.getHeaders(TENANT_HEADER));
        if (named.size() != 1 || !named.getFirst().matches("[a-z][a-z0-9]{1,30}")) {
            throw new Refused(400, "request.invalid");
        }
        var tenant = register.tenant(named.getFirst());
        if (tenant.suspended()) {
            throw new Refused(403, "tenant.suspended");
        }
        return tenant;
    }

    private Caller caller(Tenant tenant) {
        var token = token();
        var issuer = Objects.requireNonNull(token.getClaimAsString("iss"));
        var standing = register.of(tenant, issuer, Objects.requireNonNull(token.getSubject()));
        return new Caller(standing.person(), tenant, standing.roles());
    }

    private static Jwt token() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken signedIn) {
            return signedIn.getToken();
        }
        throw new Refused(401, "access.sign-in");
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, String tenant, long start) {
        if (response.getStatus() < 400 && request.getMethod().equals("GET")) {
            return;
        }
        LOG.atInfo()
                .addKeyValue("requestId", request.getHeader("X-Request-Id"))
                .addKeyValue("tenant", tenant)
                .addKeyValue("status", response.getStatus())
                .addKeyValue("milliseconds", (System.nanoTime() - start) / 1_000_000)
                .log("{}", request.getMethod());
    }
}
