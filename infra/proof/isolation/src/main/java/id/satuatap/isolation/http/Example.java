package id.satuatap.isolation.http;

import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Place;
import id.satuatap.isolation.Principal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A valid request of an operation.
 *
 * @param home the tenant whose operation it is; null for the bare host
 * @param plain one that the right caller would be allowed to send, about what this place holds
 * @param fresh one that succeeds when the right caller sends it now: made ready just before
 */
record Example(@Nullable String home, Function<Place, Request> plain, Making fresh) {

    /** Makes ready what the caller needs, and the request with it. */
    @FunctionalInterface
    interface Making {
        Request of(Fixture fixture, Place place, Principal caller);
    }

    /** One that succeeds each time. */
    static Example steady(@Nullable String home, Function<Place, Request> plain) {
        return new Example(home, plain, (fixture, place, caller) -> plain.apply(place));
    }
}
