package id.satuatap.identity.token;

import id.satuatap.identity.crypto.Sha256;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who was given tokens, so that a restart signs nobody out. Beyond what Spring's service does:
 *
 * <ul>
 *   <li>Codes and tokens are kept as SHA-256 digests: a stolen copy of the table opens nothing.
 *   <li>A machine's tokens are not recorded: they live 60 s, can't be refreshed, and verify by signature alone.
 *   <li>An ID token hint is matched by its session, not its letters: clients keep the first ID token for hours.
 * </ul>
 */
@Repository
public class Authorizations extends JdbcOAuth2AuthorizationService {

    /** Places of code, access, ID and refresh token in the parameters of Spring's service. */
    private static final List<Integer> TOKENS = List.of(7, 11, 17, 21);

    private final JdbcClient database;
    private final IdTokenHints hints;
    private final RefreshTokenRepository refreshTokens;

    Authorizations(
            JdbcOperations operations,
            JdbcClient database,
            RegisteredClientRepository clients,
            IdTokenHints hints,
            RefreshTokenRepository refreshTokens) {
        super(operations, clients);
        this.database = database;
        this.hints = hints;
        this.refreshTokens = refreshTokens;
        var spring = new JsonMapperOAuth2AuthorizationParametersMapper();
        setAuthorizationParametersMapper(authorization -> digested(spring.apply(authorization)));
    }

    @Override
    @Transactional
    public void save(OAuth2Authorization authorization) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(authorization.getAuthorizationGrantType())) {
            return;
        }
        super.save(authorization);
        var idToken = authorization.getToken(OidcIdToken.class);
        if (idToken != null) {
            keepSession(authorization.getId(), idToken.getToken().getClaimAsString("sid"));
        }
        var refreshToken = authorization.getToken(OAuth2RefreshToken.class);
        if (refreshToken != null) {
            refreshTokens.insert(authorization.getId(), refreshToken.getToken().getTokenValue());
        }
    }

    /** A refresh token is never looked at without being spent: that is {@link RefreshTokenRotation}. */
    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        if (type == null || "state".equals(type.getValue())) {
            return super.findByToken(type == null ? TokenDigest.of(token) : token, type);
        }
        return switch (type.getValue()) {
            case "id_token" -> findByIdTokenHint(token).orElse(null);
            case "refresh_token" -> null;
            default -> super.findByToken(TokenDigest.of(token), type);
        };
    }

    /** Ends what the sign-in of this browser session was given, at every client. */
    public void endSession(String sessionId) {
        endSid(Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(sessionId)));
    }

    /** The same by the {@code sid} claim, which Spring makes of the session's id. Access tokens out live at most 60 s. */
    public void endSid(String sid) {
        database.sql("delete from oauth2_authorization where session_id = :session")
                .param("session", sid)
                .update();
    }

    /** Ends every sign-in of a person. */
    public void endAll(UUID account) {
        database.sql("delete from oauth2_authorization where principal_name = :account")
                .param("account", account.toString())
                .update();
    }

    /** A sign-in lasts a day, a code that nobody took five minutes, a session without refresh as long as its token. */
    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void sweep() {
        database.sql("""
                        delete from oauth2_authorization
                         where created_at < now() - interval '24 hours'
                            or refresh_token_expires_at < now()
                            or (refresh_token_value is null and created_at < now() - interval '1 hour')
                        """).update();
    }

    private void keepSession(String id, @Nullable String session) {
        database.sql("update oauth2_authorization set session_id = :session where id = :id and session_id is null")
                .param("session", session, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private Optional<OAuth2Authorization> findByIdTokenHint(String hint) {
        return hints.verified(hint)
                .flatMap(claims -> database.sql("""
                                select id from oauth2_authorization
                                 where session_id = :session and principal_name = :subject
                                 order by created_at desc limit 1
                                """)
                        .param("session", String.valueOf(claims.getClaim("sid")))
                        .param("subject", claims.getSubject())
                        .query(String.class)
                        .optional())
                .map(this::findById);
    }

    private static List<SqlParameterValue> digested(List<SqlParameterValue> parameters) {
        for (var place : TOKENS) {
            var parameter = parameters.get(place);
            if (parameter.getValue() instanceof byte[] token) {
                parameters.set(place, digested(parameter, new String(token, StandardCharsets.UTF_8)));
            } else if (parameter.getValue() instanceof String token) {
                parameters.set(place, digested(parameter, token));
            }
        }
        return parameters;
    }

    private static SqlParameterValue digested(SqlParameterValue parameter, String token) {
        return new SqlParameterValue(parameter, TokenDigest.once(token));
    }
}
