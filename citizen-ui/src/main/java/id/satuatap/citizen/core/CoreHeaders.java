package id.satuatap.citizen.core;

import org.slf4j.MDC;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.http.HttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Hands the request's id and tenant on to platform-core. The list of tenants is everybody's: it is asked for without a
 * tenant, so that one visitor's wrong address can't spoil what is remembered for all.
 */
@Component
class CoreHeaders implements RestClientCustomizer {

    private static final String LIST_OF_TENANTS = "/api/v1/tenants";

    @Override
    public void customize(RestClient.Builder builder) {
        builder.requestInterceptor((request, body, execution) -> {
            copy("requestId", "X-Request-Id", request);
            if (!request.getURI().getPath().equals(LIST_OF_TENANTS)) {
                copy("tenant", "X-Satu-Tenant", request);
            }
            return execution.execute(request, body);
        });
    }

    private static void copy(String logName, String header, HttpRequest request) {
        var value = MDC.get(logName);
        if (value != null) {
            request.getHeaders().set(header, value);
        }
    }
}
