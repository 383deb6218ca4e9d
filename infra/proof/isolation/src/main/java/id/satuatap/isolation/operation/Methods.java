package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.B;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Seen;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Each address by methods and parameters that it has not, and what caches may keep of it. */
public final class Methods extends Loop {

    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND", "get");
    private static final List<Integer> CLOSED = List.of(400, 404, 405, 501);
    private static final List<String> WIDENING =
            List.of("fields=*", "expand=members", "include=history,tenant", "tenant=" + B);
    private static final List<String> LIMITS = List.of("0", "-1", "201", "2147483648", "1e2", "NaN");
    private static final Check PRIVATE = Check.holds(Methods::isPrivate, "private");

    private Methods(Cases cases, Operation operation) {
        super(cases, operation);
    }

    public static void run(Cases cases) {
        over(cases, operation -> true, Methods::new);
    }

    @Override
    void run() {
        trial("B11", " and no other method", this::closed);
        if (operation.changes() || operation.isStream()) {
            return;
        }
        if (!operation.isOpen()) {
            check("E13", " is not for shared caches", this::asked, PRIVATE);
            check("E13", ", refused: not for shared caches", this::refused, PRIVATE.and(Check.status(401)));
        }
        for (var parameter : WIDENING) {
            check("B10", "?" + parameter + " widens nothing", () -> asked(parameter), this::isSame);
        }
        if (operation.hasQuery("limit")) {
            for (var limit : LIMITS) {
                check("M18", ", a page of " + limit + " rows", () -> asked("limit=" + limit), Check.status(400));
            }
        }
    }

    private Seen closed() {
        var path = sound.plain(A).path();
        var others = METHODS.stream()
                .filter(method -> !operation.siblings().contains(method))
                .toList();
        var open = new ArrayList<String>();
        for (var method : others) {
            for (var caller : List.of(able, gateway())) {
                var status = caller.send(Request.of(method, path)).status();
                if (!CLOSED.contains(status)) {
                    open.add(method + " " + status);
                }
            }
        }
        return Seen.of(open.isEmpty(), others.size() + " methods, open: " + open);
    }

    private @Nullable String isSame(Answer answer) {
        return answer.status() == 400 || answer.text().equals(asked().text()) ? null : "other bytes";
    }

    private Answer refused() {
        return able.token("").send(sound.plain(A));
    }

    private Answer asked() {
        return able.send(sound.plain(A));
    }

    private Answer asked(String parameter) {
        var request = sound.plain(A);
        var more = (request.path().contains("?") ? "&" : "?") + parameter;
        return able.send(new Request("GET", request.path() + more, request.lines(), request.body()));
    }

    public static boolean isPrivate(Answer answer) {
        var caching = String.join(",", answer.all("Cache-Control")).toLowerCase(Locale.ROOT);
        return answer.status() < 500 && (caching.contains("no-store") || caching.contains("private"));
    }
}
