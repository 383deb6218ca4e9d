package id.satuatap.e2e;

import id.satuatap.stack.Credentials;
import id.satuatap.stack.Stack;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one stack of a run, started by the first test that asks. With {@code SATUATAP_E2E_HOME} the tests use the stack
 * that already runs in that home instead, which is quicker while writing them.
 */
final class RunningStack {

    private static final class Holder {
        static final Stack STACK = find();
    }

    private RunningStack() {}

    static Stack get() {
        return Holder.STACK;
    }

    /** Each citizen of the sample, from 1 on. */
    static Credentials.User citizen(int number) {
        return get().credentials().users().stream()
                .filter(user -> user.role().equals("citizen"))
                .skip(number - 1L)
                .findFirst()
                .orElseThrow();
    }

    private static Stack find() {
        var given = System.getenv("SATUATAP_E2E_HOME");
        return given == null || given.isBlank()
                ? Stack.start(Path.of("target", "home"), Map.of())
                : Stack.in(Path.of(given));
    }
}
