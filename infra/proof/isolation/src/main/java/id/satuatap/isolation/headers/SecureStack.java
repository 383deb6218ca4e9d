package id.satuatap.isolation.headers;

import id.satuatap.stack.Part;
import id.satuatap.stack.Service;
import id.satuatap.stack.Stack;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A running stack behind TLS for a while: the gateway ends it itself, and the parts whose cookies and policies follow from the public address learn that this one is https. Closed, all is as before.
 */
final class SecureStack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<Part> PARTS = List.of(Part.IDENTITY, Part.TENANT_ADMIN, Part.CITIZEN_UI, Part.GATEWAY);

    private final Stack stack;
    private final Certificate certificate;

    private SecureStack(Stack stack, Certificate certificate) {
        this.stack = stack;
        this.certificate = certificate;
    }

    static SecureStack of(Stack stack, Path folder) throws Exception {
        var secure = new SecureStack(stack, Certificate.make(folder));
        stack.service(Part.GATEWAY).environment(secure.certificate.environment());
        try {
            secure.restart(secured(stack.gateway()), secured(stack.issuer()));
        } catch (RuntimeException notReady) {
            secure.close();
            throw notReady;
        }
        return secure;
    }

    Certificate certificate() {
        return certificate;
    }

    /** The bare host. */
    String address() {
        return secured(stack.gateway());
    }

    String address(String tenant) {
        return secured(stack.address(tenant));
    }

    String issuer() {
        return secured(stack.issuer());
    }

    int port() {
        return URI.create(stack.gateway()).getPort();
    }

    @Override
    public void close() {
        stack.service(Part.GATEWAY).environment(Map.of("SERVER_SSL_ENABLED", "false", "SERVER_SSL_BUNDLE", ""));
        restart(stack.gateway(), stack.issuer());
    }

    private void restart(String baseUrl, String issuer) {
        var services = PARTS.stream().map(stack::service).toList();
        services.forEach(
                service -> service.environment(Map.of("SATUATAP_BASE_URL", baseUrl, "SATUATAP_ISSUER", issuer)));
        services.stream().filter(Service::isAlive).forEach(Service::stop);
        services.forEach(Service::start);
        services.forEach(service -> service.awaitReady(PATIENCE));
    }

    private static String secured(String address) {
        return address.replaceFirst("^http:", "https:");
    }
}
