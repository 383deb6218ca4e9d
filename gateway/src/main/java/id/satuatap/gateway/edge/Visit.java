package id.satuatap.gateway.edge;

import id.satuatap.gateway.HostName;
import id.satuatap.gateway.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** What the filters have found out about a request so far. Kept in the exchange's attributes; each fact is written by one filter. */
public final class Visit {

    private static final String REQUEST_ID = Visit.class.getName() + ".requestId";
    private static final String CLIENT = Visit.class.getName() + ".client";
    private static final String HOST = Visit.class.getName() + ".host";
    private static final String PATH = Visit.class.getName() + ".path";
    private static final String SITE = Visit.class.getName() + ".site";
    private static final String DOOR = Visit.class.getName() + ".door";

    private final ServerWebExchange exchange;

    private Visit(ServerWebExchange exchange) {
        this.exchange = exchange;
    }

    public static Visit of(ServerWebExchange exchange) {
        return new Visit(exchange);
    }

    /** Empty on the management port. */
    public String requestId() {
        return exchange.getAttributeOrDefault(REQUEST_ID, "");
    }

    public void requestId(String requestId) {
        put(REQUEST_ID, requestId);
    }

    public InetAddress client() {
        return exchange.getRequiredAttribute(CLIENT);
    }

    public void client(InetAddress client) {
        put(CLIENT, client);
    }

    public HostName host() {
        return exchange.getRequiredAttribute(HOST);
    }

    public Optional<HostName> hostIfKnown() {
        return Optional.ofNullable(exchange.getAttribute(HOST));
    }

    public void host(HostName host) {
        put(HOST, host);
    }

    /** The path as the parts will read it: decoded once. */
    public String path() {
        return exchange.getRequiredAttribute(PATH);
    }

    /** The decoded path, or before that is known the raw one. */
    public String pathSoFar() {
        @Nullable String path = exchange.getAttribute(PATH);
        return path != null ? path : exchange.getRequest().getURI().getRawPath();
    }

    public void path(String path) {
        put(PATH, path);
    }

    public Optional<Site> site() {
        return Optional.ofNullable(exchange.getAttribute(SITE));
    }

    public Optional<Tenant> tenant() {
        return site().map(site -> site instanceof Site.Of of ? of.tenant() : null);
    }

    /** The site is known, and with it the door. */
    public void site(Site site) {
        put(SITE, site);
        put(DOOR, Door.of(site, exchange.getRequest(), path()));
    }

    public Door door() {
        return exchange.getRequiredAttribute(DOOR);
    }

    public Optional<Door> doorIfKnown() {
        return Optional.ofNullable(exchange.getAttribute(DOOR));
    }

    /** The tenant's slug, or {@code bare}, {@code identity}, or {@code none} where no site was found: a bounded set. */
    public String label() {
        return site().map(Site::label).orElse("none");
    }

    private void put(String name, Object value) {
        exchange.getAttributes().put(name, value);
    }
}
