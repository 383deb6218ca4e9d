package id.satuatap.identity.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The clients as Spring Authorization Server wants them. An application's redirect URIs are not registered anywhere:
 * they follow from the live tenant hosts, whole and without wildcard, so onboarding a tenant needs no step here.
 */
@Component
public class Clients implements RegisteredClientRepository {

    static final Duration ACCESS_TOKEN = Duration.ofSeconds(60);
    static final Duration REFRESH_TOKEN = Duration.ofHours(8);

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final ClientRepository repository;
    private final TenantDirectory directory;
    /** Hundreds of redirect URIs are put together once per change, not once per request. */
    private final Cache<Client, Built> built =
            Caffeine.newBuilder().maximumSize(100).build();

    private final LoadingCache<Client.Kind, List<Client>> applications;

    Clients(ClientRepository repository, TenantDirectory directory) {
        this.repository = repository;
        this.directory = directory;
        this.applications = Caffeine.newBuilder().expireAfterWrite(FRESH).build(kind -> repository.applications());
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return repository.find(clientId).map(this::registered).orElse(null);
    }

    /** Clients come from the setup. A server that can't write them can't be talked into it either. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are written by the setup only.");
    }

    /** Whether a sign-in may end at this address: whole, on the bare host or a live tenant's. */
    public boolean isReturnAddress(String uri) {
        return isPage(uri, directory.current().origins(), Client::callback);
    }

    public boolean isAddressAfterSignOut(String uri) {
        return isPage(uri, directory.current().originsAfterSignOut(), Client::afterSignOut);
    }

    private boolean isPage(String uri, Set<String> origins, Function<Client, @Nullable String> path) {
        return Objects.requireNonNull(applications.get(Client.Kind.APPLICATION)).stream()
                .map(path)
                .filter(Objects::nonNull)
                .anyMatch(end -> uri.endsWith(end) && origins.contains(uri.substring(0, uri.length() - end.length())));
    }

    private RegisteredClient registered(Client client) {
        return switch (client.kind()) {
            case MACHINE -> machine(client);
            case APPLICATION -> application(client, directory.current());
        };
    }

    private static RegisteredClient machine(Client client) {
        return base(client)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .clientSettings(ClientSettings.builder().build())
                .build();
    }

    private RegisteredClient application(Client client, Tenants tenants) {
        return built.asMap()
                .compute(
                        client,
                        (same, last) -> last != null && last.tenants() == tenants
                                ? last
                                : new Built(
                                        tenants, application(client, tenants.origins(), tenants.originsAfterSignOut())))
                .client();
    }

    private static RegisteredClient application(Client client, Set<String> origins, Set<String> originsAfterSignOut) {
        return base(client)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(pages(origins, client.callback())))
                .postLogoutRedirectUris(uris -> uris.addAll(pages(originsAfterSignOut, client.afterSignOut())))
                .scopes(scopes -> scopes.addAll(Set.of(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient.Builder base(Client client) {
        return RegisteredClient.withId(client.id())
                .clientId(client.id())
                .clientName(Objects.requireNonNullElse(client.name(), client.id()))
                .clientSecret(client.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(ACCESS_TOKEN)
                        .refreshTokenTimeToLive(REFRESH_TOKEN)
                        .authorizationCodeTimeToLive(Duration.ofSeconds(60))
                        .reuseRefreshTokens(false)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.RS256)
                        .build());
    }

    private static Set<String> pages(Set<String> origins, @Nullable String path) {
        return origins.stream().map(origin -> origin + path).collect(Collectors.toUnmodifiableSet());
    }

    private record Built(Tenants tenants, RegisteredClient client) {}
}
