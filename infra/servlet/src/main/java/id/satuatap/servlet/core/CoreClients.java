package id.satuatap.servlet.core;

import id.satuatap.servlet.Addresses;
import id.satuatap.servlet.page.Languages;
import id.satuatap.servlet.session.RequestContext;
import id.satuatap.servlet.session.TenantBinding;
import id.satuatap.servlet.session.UserSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the features' clients of platform-core. Each call carries the person's token, the tenant her session belongs
 * to, her language and the request's id. Headers are set by an initializer: an interceptor would hold whole uploads in
 * memory.
 */
@Component
public class CoreClients {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration STREAM = Duration.ofMinutes(10);

    private final URI api;
    private final AccessTokens tokens;
    private final RestClient.Builder builder;
    private final Refusals refusals;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    public CoreClients(Addresses addresses, AccessTokens tokens, RestClient.Builder builder, JsonMapper json) {
        this.api = URI.create(addresses.coreUrl() + "/api/v1");
        this.tokens = tokens;
        this.builder = builder;
        this.refusals = new Refusals(json);
    }

    /** A client that speaks in the name of the person whose session is at work. */
    public <C> C client(Class<C> type) {
        return proxy(type, rest(ANSWER, true));
    }

    /** A client of what is public anyway. */
    public <C> C openClient(Class<C> type) {
        return proxy(type, rest(ANSWER, false));
    }

    /** For whole files, which may take minutes and never lie in memory. */
    public RestClient streams() {
        return rest(STREAM, true);
    }

    /** The address of core's event stream, with what a request for it has to carry. */
    public java.net.http.HttpRequest.Builder events(UserSession session) {
        var request = java.net.http.HttpRequest.newBuilder(URI.create(api + "/events"))
                .header(HttpHeaders.ACCEPT, MediaType.TEXT_EVENT_STREAM_VALUE)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.bearer(session));
        var tenant = session.tenant();
        return tenant == null ? request : request.header(TenantBinding.TENANT_HEADER, tenant);
    }

    /** For what needs no client of its own, such as an open stream. */
    public HttpClient http() {
        return http;
    }

    private static <C> C proxy(Class<C> type, RestClient rest) {
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(rest))
                .exchangeAdapterDecorator(Unreachable::new)
                .build()
                .createClient(type);
    }

    private RestClient rest(Duration readTimeout, boolean inPersonsName) {
        var factory = new JdkClientHttpRequestFactory(http);
        factory.setReadTimeout(readTimeout);
        return builder.clone()
                .baseUrl(api)
                .requestFactory(factory)
                .requestInitializer(request -> describe(request.getHeaders(), inPersonsName))
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw refusal(response);
                })
                .build();
    }

    private void describe(HttpHeaders headers, boolean inPersonsName) {
        if (inPersonsName) {
            var session = UserSession.current();
            headers.setBearerAuth(tokens.bearer(session));
            Optional.ofNullable(session.tenant()).ifPresent(slug -> headers.set(TenantBinding.TENANT_HEADER, slug));
        }
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, Languages.current().getLanguage());
        headers.set(
                RequestContext.HEADER,
                Objects.requireNonNullElseGet(
                        MDC.get(RequestContext.REQUEST_ID),
                        () -> UUID.randomUUID().toString()));
    }

    /** What an answer that is not a success means for the person at the screen. */
    public RuntimeException refusal(ClientHttpResponse response) throws IOException {
        return refusals.of(response);
    }
}
