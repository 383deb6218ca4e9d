package id.satuatap.identity.account;

import id.satuatap.identity.IdentityProperties;
import id.satuatap.identity.crypto.KeySecret;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Remembers, in the browser, that it signed in to an account before. The cookie signs nobody in; it only keeps the
 * throttle's hands off its owner. It holds a random number per account, signed together with the account's id, which
 * it does not contain; a shared computer remembers the last {@value #MOST} accounts.
 */
@Component
public class DeviceCookies {

    static final String COOKIE = "SATUATAP_DEVICE";

    private static final int MOST = 5;
    private static final Pattern ENTRY =
            Pattern.compile("[0-9a-f]{32}\\.[A-Za-z0-9_-]{43}"); // a number and its signature
    private static final Duration LIFE = Duration.ofDays(365);

    private final SecretKey key;
    private final String name;
    private final boolean secure;
    private final SecureRandom random = new SecureRandom();

    DeviceCookies(KeySecret secret, IdentityProperties properties) {
        key = secret.derive("HmacSHA256", "device cookie", new byte[0]);
        name = properties.cookie(COOKIE);
        secure = properties.isSecure();
    }

    /** The device's number, if it signed in to this account before. */
    Optional<String> device(HttpServletRequest request, UUID account) {
        return entries(request).stream()
                .map(entry -> entry.split("\\.", 2))
                .filter(entry -> entry.length == 2 && isSigned(entry[0], entry[1], account))
                .map(entry -> entry[0])
                .findFirst();
    }

    public void remember(HttpServletRequest request, HttpServletResponse response, UUID account) {
        var number = device(request, account).orElseGet(this::number);
        var mine = number + "." + sign(number, account);
        var entries = Stream.concat(Stream.of(mine), entries(request).stream().filter(entry -> !entry.equals(mine)))
                .limit(MOST)
                .toList();
        var cookie = ResponseCookie.from(name, String.join("~", entries))
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(LIFE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private List<String> entries(HttpServletRequest request) {
        var cookies = Optional.ofNullable(request.getCookies()).orElseGet(() -> new Cookie[0]);
        return Arrays.stream(cookies)
                .filter(cookie -> name.equals(cookie.getName()))
                .map(Cookie::getValue)
                .flatMap(value -> Arrays.stream(value.split("~", MOST + 1)))
                .filter(entry -> ENTRY.matcher(entry).matches())
                .limit(MOST)
                .toList();
    }

    private boolean isSigned(String number, String signature, UUID account) {
        return MessageDigest.isEqual(
                sign(number, account).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    private String number() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String sign(String number, UUID account) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            var signed = mac.doFinal((number + " " + account).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("HmacSHA256 belongs to every JDK.", impossible);
        }
    }
}
