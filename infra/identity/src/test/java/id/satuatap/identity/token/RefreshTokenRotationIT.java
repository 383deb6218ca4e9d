package id.satuatap.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import id.satuatap.identity.Browser;
import id.satuatap.identity.CodeFlow;
import id.satuatap.identity.RunningIdentity;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

class RefreshTokenRotationIT {

    private static final String COORDINATOR = "coordinator.rembang";

    private final RunningIdentity identity = RunningIdentity.shared();
    private final Browser browser = identity.browser();

    @Test
    void the_new_access_token_opens_user_info_and_no_id_token_comes_with_it() {
        var signedIn = signedIn(COORDINATOR);

        var refreshed = CodeFlow.tokens(browser, CodeFlow.refreshing(refreshToken(signedIn)));

        assertThat(refreshed.has("id_token")).isFalse();
        assertThat(refreshed.get("scope").asString().split(" "))
                .containsExactlyInAnyOrder("openid", "profile", "email");
        assertThat(userInfo(refreshed)).isEqualTo(200);
        assertThat(userInfo(signedIn)).isEqualTo(401);
    }

    @Test
    void all_that_a_refresh_changes_is_kept_in_one_transaction() {
        var signedIn = signedIn(COORDINATOR);

        var refreshed = CodeFlow.tokens(browser, CodeFlow.refreshing(refreshToken(signedIn)));

        var transactions = identity.sql()
                .sql("""
                        select distinct t.xmin::text from refresh_token t where t.hash in (:spent, :next)
                        union
                        select a.xmin::text from oauth2_authorization a where a.refresh_token_value = :next
                        """)
                .param("spent", TokenDigest.of(refreshToken(signedIn)))
                .param("next", TokenDigest.of(refreshToken(refreshed)))
                .query(String.class)
                .list();
        assertThat(transactions).hasSize(1);
    }

    @Test
    void fewer_scopes_can_be_asked_for_and_others_cannot() {
        var signedIn = signedIn(COORDINATOR);

        var fewer = refresh(refreshToken(signedIn), "openid");
        var other = refresh(refreshToken(CodeFlow.json(fewer.body())), "openid address");

        assertThat(CodeFlow.json(fewer.body()).get("scope").asString()).isEqualTo("openid");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(error(other)).isEqualTo("invalid_scope");
    }

    @Test
    void an_expired_refresh_token_is_refused() {
        var token = refreshToken(signedIn(COORDINATOR));
        identity.sql()
                .sql(
                        "update oauth2_authorization set refresh_token_expires_at = now() where refresh_token_value = :hash")
                .param("hash", TokenDigest.of(token))
                .update();

        assertThat(error(refresh(token, "openid"))).isEqualTo("invalid_grant");
    }

    @Test
    void whose_account_is_gone_is_refused_at_once() {
        var account = UUID.randomUUID();
        identity.sql().sql("""
                        insert into account (id, username, email, email_verified, name, password_hash)
                        select :id, 'leaver.rembang', 'leaver.rembang@contoh.example', true, name, password_hash
                          from account where username = :like
                        """).param("id", account).param("like", COORDINATOR).update();
        var token = refreshToken(signedIn("leaver.rembang"));

        identity.sql()
                .sql("delete from account where id = :id")
                .param("id", account)
                .update();

        assertThat(error(refresh(token, "openid"))).isEqualTo("invalid_grant");
        assertThat(spent(token)).isTrue();
    }

    @Test
    void a_refresh_token_is_of_no_use_to_another_client_and_is_spent_by_its_attempt() {
        var token = refreshToken(signedIn(COORDINATOR));

        var other = browser.postAs(
                "rembang-coordinator", RunningIdentity.MACHINE_SECRET, "/oauth2/token", CodeFlow.refreshing(token));

        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(error(other)).isEqualTo("invalid_grant");
        assertThat(spent(token)).isTrue();
    }

    @Test
    @Timeout(60)
    void a_sign_in_that_ends_while_it_is_refreshed_stays_ended() throws Exception {
        var token = refreshToken(signedIn(COORDINATOR));
        var hash = TokenDigest.of(token);
        CompletableFuture<HttpResponse<String>> refreshed;

        try (var owner = identity.connection();
                var ending = owner.prepareStatement("delete from oauth2_authorization where refresh_token_value = ?")) {
            owner.setAutoCommit(false);
            ending.setString(1, hash);
            ending.executeUpdate();
            refreshed = CompletableFuture.supplyAsync(() -> refresh(token, "openid"));
            awaitSomebodyWaiting();
            owner.commit();
        }

        assertThat(error(refreshed.get())).isEqualTo("invalid_grant");
        assertThat(identity.sql()
                        .sql("select count(*) from refresh_token where hash = :hash")
                        .param("hash", hash)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private JsonNode signedIn(String username) {
        return new CodeFlow().tokens(identity.browser(), username);
    }

    private HttpResponse<String> refresh(String token, String scope) {
        var fields = new HashMap<>(CodeFlow.refreshing(token));
        fields.put("scope", scope);
        return browser.postAs("tenant-admin", RunningIdentity.ADMIN_SECRET, "/oauth2/token", fields);
    }

    private int userInfo(JsonNode tokens) {
        return identity.browser()
                .header("Authorization", "Bearer " + tokens.get("access_token").asString())
                .get("/userinfo")
                .statusCode();
    }

    private boolean spent(String token) {
        return identity.sql()
                .sql("select spent_at is not null from refresh_token where hash = :hash")
                .param("hash", TokenDigest.of(token))
                .query(Boolean.class)
                .single();
    }

    private void awaitSomebodyWaiting() throws InterruptedException {
        var waiting = identity.sql()
                .sql("select count(*) from pg_locks where not granted and locktype in ('transactionid', 'tuple')");
        while (waiting.query(Integer.class).single() == 0) {
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static String refreshToken(JsonNode tokens) {
        return tokens.get("refresh_token").asString();
    }

    private static String error(HttpResponse<String> response) {
        return CodeFlow.json(response.body()).get("error").asString();
    }
}
