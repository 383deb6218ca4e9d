package id.satuatap.bench.edge;

/** What identity does, told to Keycloak: the same callers, lifetimes, claims and one-time refresh tokens, and nothing more to do than that. */
final class KeycloakRealm {

    static final String NAME = "satuatap";

    /** Keycloak makes its RSA key itself: 2048 bits, as identity's. */
    private static final String TEXT = """
            {
              "realm": "%1$s",
              "enabled": true,
              "sslRequired": "none",
              "defaultSignatureAlgorithm": "RS256",
              "accessTokenLifespan": 60,
              "ssoSessionIdleTimeout": 28800,
              "ssoSessionMaxLifespan": 86400,
              "revokeRefreshToken": true,
              "refreshTokenMaxReuse": 0,
              "eventsEnabled": false,
              "clients": [
                {
                  "clientId": "%2$s",
                  "secret": "%3$s",
                  "publicClient": false,
                  "serviceAccountsEnabled": true,
                  "standardFlowEnabled": false,
                  "fullScopeAllowed": false,
                  "defaultClientScopes": ["basic"],
                  "optionalClientScopes": [],
                  "protocolMappers": [%8$s]
                },
                {
                  "clientId": "%4$s",
                  "secret": "%5$s",
                  "publicClient": false,
                  "standardFlowEnabled": true,
                  "directAccessGrantsEnabled": false,
                  "fullScopeAllowed": false,
                  "redirectUris": ["%6$s"],
                  "attributes": {"pkce.code.challenge.method": "S256"},
                  "defaultClientScopes": ["basic", "profile", "email"],
                  "optionalClientScopes": [],
                  "protocolMappers": [%8$s]
                }
              ],
              "users": [
                {
                  "username": "%7$s",
                  "enabled": true,
                  "email": "uji@contoh.example",
                  "emailVerified": true,
                  "firstName": "Akun",
                  "lastName": "Uji",
                  "credentials": [{"type": "password", "value": "%9$s", "temporary": false}]
                }
              ]
            }
            """;

    private static final String AUDIENCE = """
            {
              "name": "audience",
              "protocol": "openid-connect",
              "protocolMapper": "oidc-audience-mapper",
              "config": {"included.custom.audience": "platform-core", "access.token.claim": "true"}
            }""";

    private KeycloakRealm() {}

    static String of(Callers callers) {
        return TEXT.formatted(
                NAME,
                callers.machine().clientId(),
                callers.machine().clientSecret(),
                callers.application().clientId(),
                callers.application().clientSecret(),
                callers.callback(),
                callers.person().username(),
                AUDIENCE,
                callers.person().password());
    }
}
