package id.satuatap.gateway.edge;

import id.satuatap.gateway.HostName;
import id.satuatap.gateway.tenant.Tenant;
import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** What the filters have found out about a request so far. Kept in the exchange's attributes; each fact is written by one filter. */
public final class RequestContext {

    private static final String REQUEST_ID = RequestContext.class.getName() + ".requestId";
    private static final String CLIENT = RequestContext.class.getName() + ".client";
    private static final String HOST = RequestContext.class.getName() + ".host";
    private static final String PATH = RequestContext.class.getName() + ".path";
    private static final String VIRTUAL_HOST = RequestContext.class.getName() + ".virtualHost";
    private static final String TRAFFIC_CLASS = RequestContext.class.getName() + ".trafficClass";

    private final ServerWebExchange exchange;

    private RequestContext(ServerWebExchange exchange) {
        this.exchange = exchange;
    }

    public static RequestContext of(ServerWebExchange exchange) {
        return new RequestContext(exchange);
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

    public Optional<VirtualHost> virtualHost() {
        return Optional.ofNullable(exchange.getAttribute(VIRTUAL_HOST));
    }

    public Optional<Tenant> tenant() {
        return virtualHost().map(host -> host instanceof VirtualHost.OfTenant of ? of.tenant() : null);
    }

    /** The virtual host is known, and with it the traffic class. */
    public void virtualHost(VirtualHost host) {
        put(VIRTUAL_HOST, host);
        put(TRAFFIC_CLASS, TrafficClass.of(host, exchange.getRequest(), path()));
    }

    public TrafficClass trafficClass() {
        return exchange.getRequiredAttribute(TRAFFIC_CLASS);
    }

    public Optional<TrafficClass> trafficClassIfKnown() {
        return Optional.ofNullable(exchange.getAttribute(TRAFFIC_CLASS));
    }

    /** The tenant's slug, or {@code bare}, {@code identity}, or {@code none} where none was found: a bounded set. */
    public String label() {
        return virtualHost().map(VirtualHost::label).orElse("none");
    }

    private void put(String name, Object value) {
        exchange.getAttributes().put(name, value);
    }
}
