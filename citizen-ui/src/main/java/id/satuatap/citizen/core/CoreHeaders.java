package id.satuatap.citizen.core;

import id.satuatap.servlet.session.RequestContext;
import id.satuatap.servlet.session.TenantBinding;
import org.slf4j.MDC;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.http.client.ClientHttpRequest;
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
        builder.requestInitializer(request -> {
            copy(RequestContext.REQUEST_ID, RequestContext.HEADER, request);
            if (!request.getURI().getPath().equals(LIST_OF_TENANTS)) {
                copy(RequestContext.TENANT, TenantBinding.TENANT_HEADER, request);
            }
        });
    }

    private static void copy(String logName, String header, ClientHttpRequest request) {
        var value = MDC.get(logName);
        if (value != null) {
            request.getHeaders().set(header, value);
        }
    }
}
