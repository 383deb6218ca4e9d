package id.satuatap.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.stereotype.Repository;
import org.springframework.util.StringUtils;

/**
 * Refresh tokens and the sign-ins they belong to. A refresh reads and writes only what it needs of a row of Spring's,
 * which is mostly JSON.
 */
@Repository
class RefreshTokenRepository {

    /** Two requests of one session may refresh at once: a spent token is good for so long. */
    static final Duration LEEWAY = Duration.ofSeconds(10);

    private final JdbcClient database;

    RefreshTokenRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(String authorization, String token) {
        database.sql("""
                        insert into refresh_token (hash, authorization_id) values (:hash, :id)
                        on conflict (hash) do nothing
                        """)
                .param("hash", TokenDigest.once(token))
                .param("id", authorization)
                .update();
    }

    /**
     * Until the transaction ends, nobody else refreshes, revokes or ends this sign-in. It is locked before its token is,
     * as by a delete, which takes the tokens along; the other way round the two could wait for each other.
     */
    Optional<RefreshableSignIn> spend(String token) {
        return database.sql("""
                        with signed_in as (
                          select a.id, a.registered_client_id, a.principal_name, a.authorized_scopes,
                                 coalesce(a.refresh_token_expires_at <= now(), true)
                                   or coalesce((a.refresh_token_metadata::jsonb ->> 'metadata.token.invalidated')::boolean, true) as over
                            from refresh_token t
                            join oauth2_authorization a on a.id = t.authorization_id
                           where t.hash = :hash
                             for no key update of a
                        )
                        update refresh_token t
                           set spent_at = coalesce(t.spent_at, now())
                          from signed_in s
                         where t.hash = :hash
                        returning s.*, t.spent_at < now() - make_interval(secs => :leeway) as stolen
                        """)
                .param("hash", TokenDigest.of(token))
                .param("leeway", LEEWAY.toSeconds())
                .query(RefreshTokenRepository::signedIn)
                .optional();
    }

    /**
     * Keeps the new tokens of a sign-in that was found good. Its metadata of the refresh token say only that, so they fit
     * the access token too; nobody asks the table for claims.
     */
    void renew(String id, OAuth2AccessToken access, OAuth2RefreshToken refresh) {
        database.sql("""
                        with renewed as (
                          update oauth2_authorization
                             set access_token_value = :access, access_token_issued_at = :accessIssued,
                                 access_token_expires_at = :accessExpires, access_token_metadata = refresh_token_metadata,
                                 access_token_scopes = :scopes, refresh_token_value = :refresh,
                                 refresh_token_issued_at = :refreshIssued, refresh_token_expires_at = :refreshExpires
                           where id = :id
                        )
                        insert into refresh_token (hash, authorization_id) values (:refresh, :id)
                        """)
                .param("id", id)
                .param("access", TokenDigest.of(access.getTokenValue()))
                .param("accessIssued", at(access.getIssuedAt()))
                .param("accessExpires", at(access.getExpiresAt()))
                .param("scopes", StringUtils.collectionToCommaDelimitedString(access.getScopes()))
                .param("refresh", TokenDigest.of(refresh.getTokenValue()))
                .param("refreshIssued", at(refresh.getIssuedAt()))
                .param("refreshExpires", at(refresh.getExpiresAt()))
                .update();
    }

    void end(String authorization) {
        database.sql("delete from oauth2_authorization where id = :id")
                .param("id", authorization)
                .update();
    }

    private static RefreshableSignIn signedIn(ResultSet row, int number) throws SQLException {
        return new RefreshableSignIn(
                row.getString("id"),
                row.getString("registered_client_id"),
                row.getString("principal_name"),
                StringUtils.commaDelimitedListToSet(row.getString("authorized_scopes")),
                row.getBoolean("over"),
                row.getBoolean("stolen"));
    }

    private static OffsetDateTime at(@Nullable Instant instant) {
        return Objects.requireNonNull(instant).atOffset(ZoneOffset.UTC);
    }
}
