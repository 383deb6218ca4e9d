package id.satuatap.isolation.edge;

import static id.satuatap.isolation.edge.Ground.A;
import static id.satuatap.isolation.edge.Ground.B;

import id.satuatap.stack.Credentials;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Group K: the authorization server. Codes, redirects, clients, tokens, signing out. */
final class SignInCases {

    private static final String ME = "/api/v1/me";

    private final Ground ground;
    private final Credentials.User person;
    private final Credentials.User other;
    private final Browser browser;
    private String spent = "";
    private String newest = "";
    private Instant spentAt = Instant.EPOCH;

    SignInCases(Ground ground) throws IOException {
        this.ground = ground;
        this.person = ground.stack().credentials().user(A, "coordinator");
        this.other = ground.stack().credentials().user(B, "coordinator");
        this.browser = new Browser(ground);
        browser.typePassword(person.username(), person.password());
    }

    void run() {
        redirectUris();
        codes();
        proofs();
        clients();
        tokens();
        branding();
        silent();
        closedDoors();
        signingOut();
        missing();
    }

    private void redirectUris() {
        var sound = "http://" + ground.host(A) + CodeFlow.CALLBACK;
        for (var address : List.of(
                sound + "/",
                sound + "/../x",
                sound + "?x=1",
                sound + "#x",
                sound + "%2f",
                sound.replace("satuatap", "SATUATAP"),
                sound.replace("http:", "https:"),
                sound.replace("http://", "http://x@"),
                sound.replace(".localhost", ".localhost.evil.example"),
                sound.replace("http://", "http://evil.example/"),
                sound.replace(A, "evil." + A),
                sound.replace(A, "*"),
                sound.replaceFirst(":\\d+/", "/"),
                "http://evil.example" + CodeFlow.CALLBACK,
                "//" + ground.host(A) + CodeFlow.CALLBACK,
                "javascript:alert(1)",
                CodeFlow.CALLBACK,
                "")) {
            flow(
                    "K01",
                    "redirect to “%s”".formatted(address),
                    flow -> flow.with("redirect_uri", address),
                    answer -> answer.status() == 400 && answer.location().isEmpty()
                            ? null
                            : answer.status() + " " + answer.location());
        }
        flow(
                "K01",
                "no redirect address",
                flow -> flow.without("redirect_uri"),
                answer -> answer.status() == 400 && answer.location().isEmpty()
                        ? null
                        : answer.status() + " " + answer.location());
        ground.attack("K01", "a code asked for A is not redeemed for B's address")
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            var fields = flow.exchange(flow.code(browser));
                            fields.put("redirect_uri", "http://" + ground.host(B) + CodeFlow.CALLBACK);
                            return flow.token(fields);
                        },
                        SignInCases::invalidGrant);
    }

    private void codes() {
        var refresh = new AtomicReference<>("");
        ground.attack("K02", "a code is redeemed once only")
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            var fields = flow.exchange(flow.code(browser));
                            var first = flow.token(fields);
                            if (first.status() != 200) {
                                throw new IllegalStateException("its twin: " + first.status());
                            }
                            refresh.set(first.json().get("refresh_token").asString());
                            return flow.token(fields);
                        },
                        SignInCases::invalidGrant);
        ground.attack("K02", "… and the second try ends what the first one got")
                .holds(() -> new CodeFlow(ground).token(CodeFlow.refreshing(refresh.get())), SignInCases::invalidGrant);
        ground.attack("K02", "a made-up code")
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            return flow.token(flow.exchange("x".repeat(128)));
                        },
                        SignInCases::invalidGrant);
        ground.attack("K02", "a code redeemed by another client")
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            var machine = ground.stack().credentials().client(A, "coordinator");
                            return flow.token(
                                    flow.exchange(flow.code(browser)), machine.clientId(), machine.clientSecret());
                        },
                        answer -> answer.status() == 400 || answer.status() == 401
                                ? null
                                : "answered " + answer.status());
        for (var what : List.of("code=x&state=x", "code=x", "state=x", "", "error=access_denied&state=x")) {
            ground.attack("K02", "the workspace's callback with “%s”, never asked for".formatted(what))
                    .holds(
                            () -> new Browser(ground).get(ground.host(A), CodeFlow.CALLBACK + "?" + what),
                            answer -> answer.status() >= 300
                                            && answer.status() < 500
                                            && !answer.location().endsWith("/admin/")
                                    ? null
                                    : answer.status() + " " + answer.location());
        }
        ground.attack("K02", "the code and state of another browser do not sign in this one")
                .holds(
                        () -> {
                            var attacker = new Browser(ground);
                            var callback = attacker.reachCallback(A, person.username(), person.password());
                            var victim = new Browser(ground);
                            victim.get(ground.host(A), Browser.WORKSPACE);
                            victim.follow(ground.host(A), callback);
                            return victim.get(ground.host(A), Browser.WORKSPACE);
                        },
                        answer -> answer.status() / 100 == 3 ? null : "signed in");
        ground.attack("K02", "a code for A is not taken at B's address")
                .holds(
                        () -> {
                            var callback = new Browser(ground).reachCallback(A, person.username(), person.password());
                            return new Browser(ground)
                                    .get(
                                            ground.host(B),
                                            CodeFlow.CALLBACK + "?"
                                                    + callback.location().split("\\?")[1]);
                        },
                        answer -> answer.status() == 401 ? null : answer.status() + " " + answer.location());
    }

    private void proofs() {
        flow(
                "K03",
                "no proof key",
                flow -> flow.without("code_challenge").without("code_challenge_method"),
                SignInCases::refusedBack);
        flow("K03", "a plain proof key", flow -> flow.with("code_challenge_method", "plain"), SignInCases::refusedBack);
        flow(
                "K03",
                "a proof key without its method",
                flow -> flow.without("code_challenge_method"),
                SignInCases::refusedBack);
        flow(
                "K03",
                "a proof key of an unknown method",
                flow -> flow.with("code_challenge_method", "S512"),
                SignInCases::refusedBack);
        redeemed("K03", "no verifier", fields -> fields.remove("code_verifier"));
        redeemed("K03", "another verifier", fields -> fields.put("code_verifier", "x".repeat(64)));
        redeemed("K03", "an empty verifier", fields -> fields.put("code_verifier", ""));
        flow(
                "K03",
                "tokens straight from the address (implicit)",
                flow -> flow.with("response_type", "token"),
                SignInCases::refusedBack);
        flow(
                "K03",
                "code and ID token at once (hybrid)",
                flow -> flow.with("response_type", "code id_token"),
                SignInCases::refusedBack);
        flow("K03", "a scope that nobody has", flow -> flow.with("scope", "openid admin"), SignInCases::refusedBack);
    }

    private void clients() {
        var machine = ground.stack().credentials().client(A, "coordinator");
        flow(
                "K05",
                "a machine that wants to sign people in",
                flow -> flow.with("client_id", machine.clientId()),
                answer -> answer.status() == 400 || refusedBack(answer) == null
                        ? null
                        : answer.status() + " " + answer.location());
        flow(
                "K05",
                "an unknown client",
                flow -> flow.with("client_id", "evil"),
                answer -> answer.status() == 400 && answer.location().isEmpty()
                        ? null
                        : answer.status() + " " + answer.location());
        var machineTwin = ground.attack("K05", "the secret of another machine")
                .twin(() -> new CodeFlow(ground)
                        .token(Map.of("grant_type", "client_credentials"), machine.clientId(), machine.clientSecret()));
        machineTwin.refused(
                () -> new CodeFlow(ground)
                        .token(
                                Map.of("grant_type", "client_credentials"),
                                machine.clientId(),
                                ground.stack()
                                        .credentials()
                                        .client(B, "coordinator")
                                        .clientSecret()),
                401);
        ground.attack("K05", "no secret")
                .refused(
                        () -> ground.send(Ask.form(
                                ground.identity(),
                                "/oauth2/token",
                                Map.of("grant_type", "client_credentials", "client_id", machine.clientId()))),
                        401,
                        400);
        for (var grant : List.of(
                "password",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:token-exchange",
                "implicit",
                "")) {
            ground.attack("K11", "the grant “%s”".formatted(grant))
                    .refused(
                            () -> new CodeFlow(ground)
                                    .token(Map.of(
                                            "grant_type",
                                            grant,
                                            "username",
                                            person.username(),
                                            "password",
                                            person.password(),
                                            "device_code",
                                            "x",
                                            "subject_token",
                                            "x",
                                            "subject_token_type",
                                            "urn:ietf:params:oauth:token-type:access_token")),
                            400);
        }
        for (var path :
                List.of("/connect/register", "/oauth2/register", "/oauth2/device_authorization", "/oauth2/par")) {
            ground.attack("K05", "POST " + path)
                    .refused(
                            () -> ground.send(
                                    Ask.post(
                                            ground.identity(),
                                            path,
                                            Ask.JSON,
                                            "{\"redirect_uris\":[\"http://evil.example/\"],\"jwks_uri\":\"http://evil.example/\"}")),
                            303,
                            401,
                            403,
                            404,
                            405);
        }
        ground.attack("K05", "the metadata offer no registration, no introspection, no device")
                .holds(
                        () -> ground.send(Ask.get(ground.identity(), "/.well-known/openid-configuration")),
                        answer -> answer.body()
                                        .matches(
                                                "(?s).*\"(registration_endpoint|introspection_endpoint|device_authorization_endpoint)\".*")
                                ? "offered"
                                : null);
    }

    private void tokens() {
        try {
            var flow = new CodeFlow(ground);
            var issued = flow.token(flow.exchange(flow.code(browser))).json();
            var access = issued.get("access_token").asString();
            for (var name : List.of("id_token", "refresh_token")) {
                ground.attack("A10", name + " used as an access token")
                        .twin(() -> ground.send(Ask.get(ground.host(A), ME).bearer(access)))
                        .refused(
                                () -> ground.send(Ask.get(ground.host(A), ME)
                                        .bearer(issued.get(name).asString())),
                                401);
                ground.attack("K15", name + " at userinfo")
                        .twin(() -> ground.send(
                                Ask.get(ground.identity(), "/userinfo").bearer(access)))
                        .refused(
                                () -> ground.send(Ask.get(ground.identity(), "/userinfo")
                                        .bearer(issued.get(name).asString())),
                                401);
            }
            ground.attack("K15", "a machine's token at userinfo")
                    .refused(
                            () -> ground.send(Ask.get(ground.identity(), "/userinfo")
                                    .bearer(ground.stack()
                                            .accessToken(
                                                    ground.stack().credentials().client(A, "coordinator")))),
                            401,
                            403);
            ground.attack("K15", "a token of the test's own key at userinfo")
                    .refused(
                            () -> ground.send(
                                    Ask.get(ground.identity(), "/userinfo").bearer(ground.token(A, "coordinator"))),
                            401);
            ground.attack("K15", "another client's question about a token")
                    .refused(
                            () -> {
                                var machine = ground.stack().credentials().client(B, "coordinator");
                                return ground.send(
                                        Ask.form(ground.identity(), "/oauth2/introspect", Map.of("token", access))
                                                .with(
                                                        "Authorization",
                                                        Forger.basic(machine.clientId(), machine.clientSecret())));
                            },
                            401,
                            403,
                            404);
            var elsewhere = new Browser(ground); // that one signs out before the leeway is over
            elsewhere.typePassword(person.username(), person.password());
            spent = flow.token(flow.exchange(flow.code(elsewhere)))
                    .json()
                    .get("refresh_token")
                    .asString();
            newest = flow.token(CodeFlow.refreshing(spent))
                    .json()
                    .get("refresh_token")
                    .asString();
            spentAt = Instant.now();
            var machine = ground.stack().credentials().client(B, "coordinator");
            ground.attack("K15", "another client does not end somebody's token")
                    .holds(
                            () -> {
                                var again = flow.token(flow.exchange(flow.code(browser)))
                                        .json()
                                        .get("refresh_token")
                                        .asString();
                                ground.send(Ask.form(ground.identity(), "/oauth2/revoke", Map.of("token", again))
                                        .with(
                                                "Authorization",
                                                Forger.basic(machine.clientId(), machine.clientSecret())));
                                return flow.token(CodeFlow.refreshing(again));
                            },
                            answer -> answer.status() == 200 ? null : "ended: " + answer.status());
        } catch (IOException | RuntimeException e) {
            ground.report().failed(Attack.SECTION, "A10", "real tokens of a person", e.toString());
        }
    }

    /** A spent refresh token still works for ten seconds, since two requests may refresh at once; then it is a thief's. */
    void afterTheLeeway() {
        ground.attack("K02", "a refresh token used again after the leeway")
                .holds(
                        () -> {
                            Ground.await(
                                    Duration.ofSeconds(30), () -> Instant.now().isAfter(spentAt.plusSeconds(11)));
                            return new CodeFlow(ground).token(CodeFlow.refreshing(spent));
                        },
                        SignInCases::invalidGrant);
        ground.attack("K02", "… ends the whole family, and identity's record says so")
                .holds(
                        () -> new CodeFlow(ground).token(CodeFlow.refreshing(newest)),
                        answer -> ground.textIn(
                                                "satuatap_identity",
                                                "select id::text from identity.audit_event where action = 'refresh-token.used-twice' limit 1")
                                        .isEmpty()
                                ? "not in identity's audit"
                                : invalidGrant(answer));
    }

    private void branding() {
        ground.attack("K06", "the sign-in page shows B's name by a parameter")
                .twin(() -> brandedFor(A), answer -> answer.body().contains("Rejang Lebong"))
                .holds(
                        () -> ground.send(Ask.get(
                                ground.identity(),
                                "/sign-in?tenant=" + B + "&client_id=tenant-admin&brand=" + B + "&redirect_uri=http://"
                                        + ground.host(B) + CodeFlow.CALLBACK)),
                        answer -> answer.body().contains("Bangkalan") ? "shows B" : null);
        ground.attack("K06", "asked for A, with B in every other parameter, it shows A")
                .holds(
                        () -> {
                            var fresh = new Browser(ground);
                            new CodeFlow(ground)
                                    .with("tenant", B)
                                    .with("ui_locales", "en")
                                    .with("login_hint", B)
                                    .authorize(fresh);
                            return fresh.get(ground.identity(), "/sign-in?tenant=" + B);
                        },
                        answer -> answer.body().contains("Rejang Lebong")
                                        && !answer.body().contains("Bangkalan")
                                ? null
                                : "not A's");
        for (var slug : List.of("..%2f..%2fapplication", "x%0d%0aX-Evil:%201", "*", "x;y")) {
            ground.attack("K06", "the colours of “%s”".formatted(slug))
                    .refused(() -> ground.send(Ask.get(ground.identity(), "/brand/" + slug + ".css")), 400, 404);
        }
    }

    private void silent() {
        ground.attack("K11", "prompt=none without a sign-in is answered, not asked")
                .holds(
                        () -> new CodeFlow(ground).with("prompt", "none").authorize(new Browser(ground)),
                        answer -> "login_required"
                                        .equals(Browser.query(answer.location()).get("error"))
                                ? null
                                : answer.status() + " " + answer.location());
        ground.attack("K11", "prompt=none together with login")
                .holds(
                        () -> new CodeFlow(ground).with("prompt", "none login").authorize(new Browser(ground)),
                        answer -> answer.status() < 500 && !answer.location().contains("code=")
                                ? null
                                : answer.status() + " " + answer.location());
    }

    private void closedDoors() {
        for (var path : List.of(
                "/h2-console",
                "/login",
                "/logout",
                "/error",
                "/actuator/env",
                "/.git/config",
                "/oauth2/consent",
                "/sign-in/refused")) {
            ground.attack("B13", "identity's " + path)
                    .holds(
                            () -> ground.send(Ask.get(ground.identity(), path).with("Accept", "text/html")),
                            answer -> List.of(302, 303, 400, 401, 403, 404, 405).contains(answer.status())
                                            && !answer.location().contains("evil")
                                    ? null
                                    : "answered " + answer.status());
        }
    }

    private void signingOut() {
        ground.attack("K14", "signing out needs the page's own form")
                .holds(
                        () -> {
                            ground.send(Ask.get(ground.identity(), "/sign-out").with("Cookie", session()));
                            ground.send(Ask.form(ground.identity(), "/sign-out", Map.of())
                                    .with("Cookie", session()));
                            ground.send(Ask.form(ground.identity(), "/sign-out", Map.of("_csrf", "x"))
                                    .with("Cookie", session()));
                            return browser.get(ground.identity(), "/");
                        },
                        answer -> answer.status() == 200 ? null : "signed out: " + answer.status());
        for (var hint : List.of("", "x", "eyJhbGciOiJub25lIn0.e30.", ground.token(A, "coordinator"))) {
            ground.attack("K14", "signing out by a forged ID token (%d characters)".formatted(hint.length()))
                    .holds(
                            () -> {
                                browser.get(
                                        ground.identity(),
                                        "/connect/logout?id_token_hint=" + hint + "&client_id=tenant-admin");
                                return browser.get(ground.identity(), "/");
                            },
                            answer -> answer.status() == 200 ? null : "signed out: " + answer.status());
        }
        ground.attack("K14", "another person's ID token does not sign this one out")
                .holds(
                        () -> {
                            var theirs = new Browser(ground);
                            theirs.typePassword(other.username(), other.password());
                            var flow = new CodeFlow(ground)
                                    .with("redirect_uri", "http://" + ground.host(B) + CodeFlow.CALLBACK);
                            var idToken = flow.token(flow.exchange(flow.code(theirs)))
                                    .json()
                                    .get("id_token")
                                    .asString();
                            browser.get(ground.identity(), "/connect/logout?id_token_hint=" + idToken);
                            return browser.get(ground.identity(), "/");
                        },
                        answer -> answer.status() == 200 ? null : "signed out: " + answer.status());
        ground.attack("K14", "who signs out is out, with every token")
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            var refresh = flow.token(flow.exchange(flow.code(browser)))
                                    .json()
                                    .get("refresh_token")
                                    .asString();
                            browser.submit("/sign-out", "/sign-out", Map.of());
                            if (browser.get(ground.identity(), "/").status() == 200) {
                                throw new AssertionError("still signed in");
                            }
                            return flow.token(CodeFlow.refreshing(refresh));
                        },
                        SignInCases::invalidGrant);
    }

    private void missing() {
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "K07",
                        "linking accounts by an external identity provider",
                        "there is none yet");
        ground.report().notYet(Attack.SECTION, "K11", "a second factor left out", "there is no second factor yet");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "K13",
                        "keys rotated while requests run",
                        "keys rotate after 30 days; shown in identity's own tests (SigningKeysIT)");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "A19",
                        "a citizen's token at the officials' door by its channel",
                        "citizens have no client of their own yet; membership decides");
        ground.report()
                .notYet(
                        Attack.SECTION,
                        "A21",
                        "the token of a deleted tenant made anew",
                        "tenants are suspended, not deleted");
    }

    private void flow(String id, String what, UnaryOperator<CodeFlow> change, Attack.Fault fault) {
        ground.attack(id, what)
                .twin(
                        () -> new CodeFlow(ground).authorize(browser),
                        answer -> answer.location().contains("code="))
                .holds(
                        () -> change.apply(new CodeFlow(ground)).authorize(browser),
                        answer -> answer.location().contains("code=") ? "gave a code" : fault.in(answer));
    }

    private void redeemed(String id, String what, Consumer<Map<String, String>> change) {
        ground.attack(id, "a code with " + what)
                .holds(
                        () -> {
                            var flow = new CodeFlow(ground);
                            var fields = new LinkedHashMap<>(flow.exchange(flow.code(browser)));
                            change.accept(fields);
                            return flow.token(fields);
                        },
                        answer -> answer.status() == 400 ? null : "answered " + answer.status());
    }

    private Answer brandedFor(String tenant) throws IOException {
        var fresh = new Browser(ground);
        new CodeFlow(ground)
                .with("redirect_uri", "http://" + ground.host(tenant) + CodeFlow.CALLBACK)
                .authorize(fresh);
        return fresh.get(ground.identity(), "/sign-in");
    }

    private String session() {
        return Browser.IDENTITY_SESSION + "=" + browser.cookie(ground.identity(), Browser.IDENTITY_SESSION);
    }

    private static @Nullable String invalidGrant(Answer answer) {
        return answer.status() == 400 && answer.body().contains("invalid_grant")
                ? null
                : answer.status() + " " + answer.body();
    }

    /** An error at the client's own address, or a plain 400; never a code. */
    private static @Nullable String refusedBack(Answer answer) {
        return answer.status() == 400 || Browser.query(answer.location()).containsKey("error")
                ? null
                : answer.status() + " " + answer.location();
    }
}
