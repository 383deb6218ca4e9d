package id.satuatap.core.access;

import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;

/** What an operation asks of its caller, read from its annotation; one without any can't start (a test sees to it). */
record OperationRule(
        boolean open, boolean evenSuspended, @Nullable String permission) {

    static OperationRule of(HandlerMethod handler) {
        var open = handler.getMethodAnnotation(PublicOperation.class);
        if (open != null) {
            return new OperationRule(true, open.evenSuspended(), null);
        }
        var requires = handler.getMethodAnnotation(Requires.class);
        if (requires != null) {
            return new OperationRule(false, false, requires.value());
        }
        if (handler.getMethodAnnotation(SignedIn.class) != null) {
            return new OperationRule(false, false, null);
        }
        if (handler.getBeanType().getPackageName().startsWith("org.springdoc")) {
            return new OperationRule(true, true, null); // the description of the API
        }
        throw new IllegalStateException("an operation without access rule: " + handler);
    }
}
