package id.satuatap.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signs whatever token a test wants, with a key of its own, and publishes that key beside the real ones of identity. A
 * core that asks here for the keys trusts both; everything else about the tokens core must judge by itself.
 */
public final class TokenIssuer implements AutoCloseable {

    /** The name of this key in the header of its tokens. */
    public static final String KEY_ID = "test";

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String issuer;
    private final KeyPair keys;
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    private TokenIssuer(String issuer, KeyPair keys, HttpServer server) {
        this.issuer = issuer;
        this.keys = keys;
        this.server = server;
    }

    /**
     * @param issuer the public address of identity, which tokens name
     * @param identityKeys the key set that identity publishes at the moment
     */
    public static TokenIssuer start(String issuer, Supplier<String> identityKeys) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var tokens = new TokenIssuer(issuer, generator.generateKeyPair(), server);
            server.createContext("/oauth2/jwks", exchange -> {
                tokens.asked.incrementAndGet();
                var answer = tokens.keySet(identityKeys.get()).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                try (var body = exchange.getResponseBody()) {
                    body.write(answer);
                }
            });
            server.start();
            return tokens;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What core takes for identity's internal address. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often core asked for the keys so far. */
    public int asked() {
        return asked.get();
    }

    public RSAPublicKey publicKey() {
        return (RSAPublicKey) keys.getPublic();
    }

    /** A sound token of a person, good for a minute. */
    public String person(String subject) {
        return token(subject, Map.of("client_id", "tenant-admin"));
    }

    /** A sound token of a machine client, good for a minute. */
    public String machine(String clientId) {
        return token(clientId, Map.of("client_id", clientId));
    }

    /** A token with these claims over the usual ones; an {@code exp} of years makes one for a long run. */
    public String token(String subject, Map<String, Object> changes) {
        var claims = claims(subject);
        claims.putAll(changes);
        return sign(Map.of("alg", "RS256", "kid", KEY_ID), claims);
    }

    /** The claims that a sound token of this person has. */
    public Map<String, Object> claims(String subject) {
        var now = Instant.now().getEpochSecond();
        var claims = new HashMap<String, Object>();
        claims.put("iss", issuer);
        claims.put("aud", "platform-core");
        claims.put("sub", subject);
        claims.put("iat", now);
        claims.put("exp", now + 60);
        claims.put("name", "Akun " + subject);
        claims.put("email", subject + "@contoh.example");
        claims.put("email_verified", true);
        return claims;
    }

    /** Any header and any claims, signed with RS256 whatever the header says. */
    public String sign(Map<String, Object> header, Map<String, Object> claims) {
        return signed(encode(header) + "." + encode(claims));
    }

    /** Header and claims as they are written. */
    public String signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A part of a token: JSON in the alphabet of addresses. */
    public static String encode(Map<String, Object> part) {
        return BASE64.encodeToString(JsonMapper.shared().writeValueAsBytes(part));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String keySet(String others) {
        var published = new ArrayList<Object>();
        JsonMapper.shared().readTree(others).path("keys").values().forEach((JsonNode key) -> published.add(key));
        published.add(Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "alg",
                "RS256",
                "kid",
                KEY_ID,
                "n",
                number(publicKey().getModulus()),
                "e",
                number(publicKey().getPublicExponent())));
        return JsonMapper.shared().writeValueAsString(Map.of("keys", List.copyOf(published)));
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }
}
