package id.satuatap.identity.http;

import id.satuatap.identity.IdentityProperties;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ForwardedHeaderFilter;

/**
 * Believes X-Forwarded-* of the gateway, which strips what came from outside and writes its own; from any other peer
 * these headers are dropped. Everything after this filter sees the client's address, host and scheme.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TrustedForwardedHeaderFilter implements Filter {

    private final List<IpAddressMatcher> trusted;
    private final ForwardedHeaderFilter believing = new ForwardedHeaderFilter();
    private final ForwardedHeaderFilter dropping = new ForwardedHeaderFilter();

    TrustedForwardedHeaderFilter(IdentityProperties properties) {
        trusted =
                properties.trustedProxies().stream().map(IpAddressMatcher::new).toList();
        believing.setRelativeRedirects(true);
        dropping.setRemoveOnly(true);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var peer = request.getRemoteAddr();
        var filter = trusted.stream().anyMatch(network -> network.matches(peer)) ? believing : dropping;
        filter.doFilter(request, response, chain);
    }
}
