package id.satuatap.isolation.edge;

import com.sun.net.httpserver.HttpServer;
import id.satuatap.stack.TokenIssuer;
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
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens whose claims are sound and whose signature or header is not. Its own keys lie behind a trap: a server that nobody of ours may ever call. */
final class Forger implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern WRITTEN = Pattern.compile("(\\{.*}) (\\S+)");

    private final TokenIssuer issuer;
    private final Map<String, Object> claims;
    private final KeyPair keys;
    private final HttpServer trap;
    private final AtomicInteger calls = new AtomicInteger();

    /** @param claims of somebody who may */
    Forger(TokenIssuer issuer, Map<String, Object> claims) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            this.issuer = issuer;
            this.claims = claims;
            this.keys = generator.generateKeyPair();
            this.trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            trap.createContext("/", exchange -> {
                calls.incrementAndGet();
                var answer = ("{\"keys\":[" + jwk() + "]}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            trap.start();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String trap() {
        return "http://127.0.0.1:" + trap.getAddress().getPort() + "/keys";
    }

    int calls() {
        return calls.get();
    }

    /** @param written the header, and who signs; anything else is taken as the token itself */
    String token(String written) {
        var found = WRITTEN.matcher(written);
        if (!found.matches()) {
            return written;
        }
        var header = BASE64.encodeToString(found.group(1).getBytes(StandardCharsets.UTF_8));
        var text = header + "." + TokenIssuer.encode(claims);
        var sound = issuer.sign(Map.of("alg", "RS256", "kid", TokenIssuer.KEY_ID), claims);
        var key = issuer.publicKey();
        return switch (found.group(2)) {
            case "nobody" -> text + ".";
            case "ours" -> issuer.signed(text);
            case "own" -> signed(text);
            case "own-issuer" -> signed(header + "." + TokenIssuer.encode(with("iss", trap())));
            case "hmac-der" -> hmac(text, key.getEncoded());
            case "hmac-pem" -> hmac(text, pem(key.getEncoded()));
            case "hmac-modulus" -> hmac(text, key.getModulus().toByteArray());
            case "turned" -> turned(sound);
            case "another-subject" ->
                sound.replace(TokenIssuer.encode(claims), TokenIssuer.encode(with("sub", "bangkalan-tenant-admin")));
            case "five-parts" -> sound + ".x.y";
            default -> throw new IllegalArgumentException(written);
        };
    }

    String jwk() {
        var key = (RSAPublicKey) keys.getPublic();
        return "{\"kty\": \"RSA\", \"use\": \"sig\", \"kid\": \"forged\", \"n\": \"%s\", \"e\": \"%s\"}"
                .formatted(number(key.getModulus()), number(key.getPublicExponent()));
    }

    @Override
    public void close() {
        trap.stop(0);
    }

    private Map<String, Object> with(String name, Object value) {
        var changed = new HashMap<>(claims);
        changed.put(name, value);
        return changed;
    }

    private String signed(String text) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hmac(String text, byte[] secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return text + "." + BASE64.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] pem(byte[] der) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(lines)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String turned(String token) {
        var middle = token.lastIndexOf('.') + 20;
        return token.substring(0, middle) + (token.charAt(middle) == 'A' ? 'B' : 'A') + token.substring(middle + 1);
    }

    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        return BASE64.encodeToString(Arrays.copyOfRange(bytes, bytes[0] == 0 ? 1 : 0, bytes.length));
    }
}
