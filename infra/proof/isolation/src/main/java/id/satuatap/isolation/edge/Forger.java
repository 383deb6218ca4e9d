package id.satuatap.isolation.edge;

import id.satuatap.stack.TokenIssuer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens whose claims are sound and whose signature or header is not. Its own keys lie behind a trap. */
final class Forger implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String OWN_KEY = "forged";

    private final TokenIssuer issuer;
    private final KeyPair keys;
    private final Trap trap;

    /** @param oversized whether the gateway may refuse it before anybody reads it */
    record Forged(String id, String what, String token, boolean oversized) {

        Forged(String id, String what, String token) {
            this(id, what, token, false);
        }
    }

    Forger(TokenIssuer issuer) throws IOException {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.issuer = issuer;
            this.keys = generator.generateKeyPair();
            this.trap = new Trap("{\"keys\":[" + json(jwk()) + "]}");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int calls() {
        return trap.calls();
    }

    @Override
    public void close() {
        trap.close();
    }

    List<Forged> all(Map<String, Object> claims) {
        var forged = new ArrayList<Forged>();
        signatures(forged, claims);
        keyIds(forged, claims);
        keysOffered(forged, claims);
        return forged;
    }

    static String basic(String name, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private void signatures(List<Forged> forged, Map<String, Object> claims) {
        var key = issuer.publicKey();
        var header = TokenIssuer.encode(Map.of("alg", "HS256", "kid", TokenIssuer.KEY_ID));
        var body = TokenIssuer.encode(claims);
        var der = key.getEncoded();
        var pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der));
        forged.add(new Forged("A05", "HS256 with our public key (DER) for a secret", hmac(header, body, der)));
        forged.add(new Forged(
                "A05",
                "HS256 with our public key (PEM) for a secret",
                hmac(header, body, pem.getBytes(StandardCharsets.US_ASCII))));
        forged.add(new Forged(
                "A05",
                "HS256 with our modulus for a secret",
                hmac(header, body, key.getModulus().toByteArray())));
        for (var none : List.of("none", "None", "nOnE", "")) {
            forged.add(new Forged(
                    "A05",
                    "algorithm “%s”, no signature".formatted(none),
                    TokenIssuer.encode(Map.of("alg", none, "kid", TokenIssuer.KEY_ID)) + "." + body + "."));
        }
        var sound = issuer.sign(Map.of("alg", "RS256", "kid", TokenIssuer.KEY_ID), claims);
        forged.add(new Forged(
                "A05", "a sound token without its signature", sound.substring(0, sound.lastIndexOf('.') + 1)));
        forged.add(new Forged("A05", "a sound token with one bit of its signature turned", turned(sound)));
        var richer = new HashMap<>(claims);
        richer.put("sub", "bangkalan-tenant-admin");
        forged.add(new Forged(
                "A05",
                "another subject under a sound signature",
                sound.split("\\.")[0] + "." + TokenIssuer.encode(richer) + "." + sound.split("\\.")[2]));
        for (var other : List.of("RS512", "PS256", "ES256", "EdDSA")) {
            forged.add(new Forged(
                    "A05",
                    "header says " + other + ", signed with RS256",
                    issuer.sign(Map.of("alg", other, "kid", TokenIssuer.KEY_ID), claims)));
        }
        forged.add(new Forged(
                "A05",
                "an unknown critical header",
                issuer.sign(Map.of("alg", "RS256", "crit", List.of("x"), "x", 1), claims)));
        forged.add(new Forged("A05", "five parts, as if encrypted", sound + ".x.y"));
        forged.add(new Forged("A05", "not a token", "x"));
    }

    private void keyIds(List<Forged> forged, Map<String, Object> claims) {
        for (var kid : List.of(
                "../../../../../../dev/null",
                "/etc/passwd",
                trap.url(),
                "' or '1'='1",
                "test' union select 'x",
                "",
                "TEST",
                "x".repeat(4096))) {
            forged.add(new Forged(
                    "A06",
                    "key id “%s”".formatted(kid.length() > 60 ? kid.length() + " characters" : kid),
                    own(Map.of("alg", "RS256", "kid", kid), claims)));
        }
        forged.add(new Forged(
                "A06", "key id of 20 kB", own(Map.of("alg", "RS256", "kid", "x".repeat(20_000)), claims), true));
        forged.add(new Forged("A06", "key id a number", own(Map.of("alg", "RS256", "kid", 7), claims)));
        forged.add(new Forged(
                "A06", "our key id, signed with another key", own(Map.of("alg", "RS256", "kid", "test"), claims)));
        var twice = BASE64.encodeToString(
                "{\"alg\":\"RS256\",\"kid\":\"forged\",\"kid\":\"test\"}".getBytes(StandardCharsets.US_ASCII));
        forged.add(new Forged("A06", "two key ids", signed(twice, TokenIssuer.encode(claims))));
    }

    private void keysOffered(List<Forged> forged, Map<String, Object> claims) {
        for (var name : List.of("jku", "x5u", "iss", "jwks_uri")) {
            forged.add(new Forged(
                    "A07",
                    "header " + name + " names the attacker's keys",
                    own(Map.of("alg", "RS256", "kid", OWN_KEY, name, trap.url()), claims)));
        }
        forged.add(new Forged(
                "A07",
                "header jwk brings the attacker's key",
                own(Map.of("alg", "RS256", "kid", OWN_KEY, "jwk", jwk()), claims)));
        forged.add(new Forged(
                "A07",
                "header x5c brings a certificate",
                own(Map.of("alg", "RS256", "kid", OWN_KEY, "x5c", List.of("MIIB")), claims)));
        var elsewhere = new HashMap<>(claims);
        elsewhere.put("iss", trap.url());
        forged.add(new Forged("A07", "issuer is the attacker", own(Map.of("alg", "RS256", "kid", OWN_KEY), elsewhere)));
    }

    private String own(Map<String, Object> header, Map<String, Object> claims) {
        return signed(TokenIssuer.encode(header), TokenIssuer.encode(claims));
    }

    private String signed(String header, String claims) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return header + "." + claims + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String header, String claims, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var signature = mac.doFinal((header + "." + claims).getBytes(StandardCharsets.US_ASCII));
            return header + "." + claims + "." + BASE64.encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String turned(String token) {
        var middle = token.lastIndexOf('.') + 20;
        var other = token.charAt(middle) == 'A' ? 'B' : 'A';
        return token.substring(0, middle) + other + token.substring(middle + 1);
    }

    private Map<String, Object> jwk() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "kty",
                "RSA",
                "use",
                "sig",
                "kid",
                OWN_KEY,
                "n",
                number(key.getModulus()),
                "e",
                number(key.getPublicExponent()));
    }

    private static String json(Map<String, Object> value) {
        return new String(Base64.getUrlDecoder().decode(TokenIssuer.encode(value)), StandardCharsets.UTF_8);
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }
}
