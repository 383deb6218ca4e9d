package id.satuatap.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Settings of an identity that isn't started. */
public final class TestProperties {

    private TestProperties() {}

    /** Served at {@code https://id.satuatap.example}. */
    public static IdentityProperties https() {
        return at("https");
    }

    public static IdentityProperties http() {
        return at("http");
    }

    private static IdentityProperties at(String scheme) {
        return new IdentityProperties(
                URI.create(scheme + "://satuatap.example"),
                URI.create(scheme + "://id.satuatap.example"),
                URI.create("http://127.0.0.1:1"),
                null,
                "no-reply@satuatap.example",
                "nothing but a test needs this one",
                Duration.ofDays(90),
                List.of("127.0.0.1/32"));
    }
}
