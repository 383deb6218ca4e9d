package id.satuatap.servlet.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Which paths of an application belong to a browser session. A path is read as the container reads it that hands out the request, so nothing
 * spelled in another way slips by.
 *
 * @param bound where a session is looked at and bound to its tenant; elsewhere nobody asks for it
 * @param open what of it is served even when there is no room for another session, such as scripts
 */
public record SessionPaths(Predicate<String> bound, Predicate<String> open) {

    boolean isBound(HttpServletRequest request) {
        return bound.test(path(request));
    }

    boolean isOpen(HttpServletRequest request) {
        return open.test(path(request));
    }

    /** The path within the application. */
    public static String path(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
