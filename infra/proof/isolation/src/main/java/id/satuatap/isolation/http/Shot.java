package id.satuatap.isolation.http;

import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request as bytes, and what must come back.
 *
 * @param tenant whose canaries alone may be in the answer
 */
record Shot(byte[] bytes, String tenant, int status) {

    static Shot atCore(Fixture fixture, Principal who, String tenant, Request request, int status) {
        return new Shot(bytes(fixture, who, "core", tenant, request), tenant, status);
    }

    static Shot atGateway(Fixture fixture, Principal who, String tenant, Request request, int status) {
        var host = fixture.stack().address(tenant).replaceAll("^[a-z]+://", "");
        return new Shot(bytes(fixture, who, host, null, request), tenant, status);
    }

    private static byte[] bytes(Fixture fixture, Principal who, String host, @Nullable String tenant, Request request) {
        var head =
                new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(request.method(), request.path(), host));
        if (tenant != null) {
            head.append("X-Satu-Tenant: ").append(tenant).append("\r\n");
        }
        if (!who.isNobody()) {
            head.append("Authorization: Bearer ")
                    .append(fixture.probe().token(who))
                    .append("\r\n");
        }
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (!request.method().equals("GET")) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(request.body());
        return bytes.toByteArray();
    }
}
