package id.satuatap.citizen.core;

import java.util.List;
import org.slf4j.MDC;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Hands the request's id and tenant on to platform-core: the same names in the log and in the headers. */
@Component
class CoreHeaders implements RestClientCustomizer {

    private record Mark(String logName, String header) {}

    private static final List<Mark> MARKS =
            List.of(new Mark("requestId", "X-Request-Id"), new Mark("tenant", "X-Satu-Tenant"));

    @Override
    public void customize(RestClient.Builder builder) {
        builder.requestInterceptor((request, body, execution) -> {
            for (var mark : MARKS) {
                var value = MDC.get(mark.logName());
                if (value != null) {
                    request.getHeaders().set(mark.header(), value);
                }
            }
            return execution.execute(request, body);
        });
    }
}
