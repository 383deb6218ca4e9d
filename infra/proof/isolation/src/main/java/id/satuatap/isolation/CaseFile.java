package id.satuatap.isolation;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import id.satuatap.stack.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cases written down in a file: requests, and what must come back. The beginning of a line says what it is:
 *
 * <pre>
 * E01 a Host written “{each}”        the case and what it is about
 * = GET /api/v1/me as tenant-admin   its allowed twin; before the first case, that of all in the file
 * > GET /api/v1/me as tenant-admin   a request: as whom, with which claims, at which host, or past the gateway (@core)
 * > Host: {each}                     … its headers; after an empty one its body
 * >> GET /api/v1/me HTTP/1.1         a request byte by byte
 * < 400 404, lacks evil.example      statuses of which one, and checks which all must hold; begun: only what is said at once is read
 * * id: "id":"([^"]+)"               what is called {id} from here on, if another request follows
 * ! update …                         a statement of the superuser before the next request
 * - x@{host.a}                       a value for {each}: the case is tried with every one
 * + /admin/                          a value for {and}, with each of which every one is tried
 * </pre>
 */
public final class CaseFile {

    private static final Pattern REQUEST =
            Pattern.compile("(\\S+) (\\S.*?)(?: as (\\S+))?(?: with (\\{.*}))?(?: at (\\S.*?))?( @core)?");
    private static final TypeReference<Map<String, Object>> CLAIMS = new TypeReference<>() {};
    private static final Pattern HOST = Pattern.compile("(?im)^Host: *([a-z0-9]+)");
    private static final Pattern TENANT = Pattern.compile("(?im)^X-Satu-Tenant: *([a-z0-9]+)");
    private static final int SEVERAL = 999;
    private static final Duration LISTENING = Duration.ofSeconds(3);

    private record Written(String id, String what, List<String> lines, List<String> values, List<String> others) {

        static Written of(String line) {
            var words = line.split(" ", 2);
            return new Written(words[0], words[1], new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final Cases cases;
    private final Fixture fixture;
    private final Callers callers;
    private final Words words;
    private final Map<String, Check> checks = new HashMap<>();
    private final Map<String, Principal> holders = new HashMap<>();

    public CaseFile(Cases cases) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.callers = new Callers(fixture);
        this.words = new Words(fixture.stack(), callers);
    }

    /** Puts in something that the file names in braces. */
    public CaseFile word(String name, Supplier<String> value) {
        words.put(name, value);
        return this;
    }

    /** A word for the cookie of a session, and whose it is. */
    public CaseFile session(String name, Principal holder, String cookie) {
        holders.put(cookie, holder);
        return word(name, () -> cookie);
    }

    /** A word that stands for {each}, rewritten. */
    public CaseFile rewrite(String name, UnaryOperator<String> rewriting) {
        words.put(name, rewriting);
        return this;
    }

    public CaseFile check(String name, Check check) {
        checks.put(name, check);
        return this;
    }

    public void run(String resource) {
        var twin = new ArrayList<String>();
        for (var written : read(Resources.text("cases/" + resource), twin)) {
            for (var value : written.values.isEmpty() ? List.of("") : written.values) {
                for (var other : written.others.isEmpty() ? List.of("") : written.others) {
                    var lines = written.lines.stream()
                            .map(line -> line.replace("{and}", other))
                            .toList();
                    var what = written.what.replace("{and}", other).replace("{each}", value);
                    run(written.id, what, lines, twin, value);
                }
            }
        }
    }

    private void run(String id, String what, List<String> lines, List<String> twinOfAll, String each) {
        var steps = steps(lines);
        var own = lines(lines, "=");
        var allowed = own.isEmpty() ? twinOfAll : own;
        var last = steps.removeLast();
        cases.trial(id, what, () -> allowed.isEmpty() ? Seen.of(true, "") : Seen.ok(ask(allowed, each, "")), () -> {
            for (var step : steps) {
                prepare(step, each);
            }
            return cases.seen(sent(last, each), wanted(last, each));
        });
    }

    /** Each ends where the next request, or statement, begins. */
    private static List<List<String>> steps(List<String> lines) {
        var steps = new ArrayList<List<String>>();
        var answered = true;
        for (var line : lines.stream().filter(line -> !line.startsWith("=")).toList()) {
            var isAnswer = line.startsWith("<") || line.startsWith("*");
            if (answered && !isAnswer) {
                steps.add(new ArrayList<>());
            }
            answered = isAnswer;
            steps.getLast().add(line);
        }
        return steps;
    }

    private void prepare(List<String> step, String each) throws Exception {
        var answer = sent(step, each);
        var fault = wanted(step, each).fault(answer);
        if (fault != null) {
            throw new IllegalStateException("on the way: " + step.getFirst() + ": " + fault);
        }
        for (var line : lines(step, "*")) {
            var parts = line.split(": ", 2);
            var found = Pattern.compile(words.filled(parts[1], each)).matcher(answer.everything());
            if (!found.find()) {
                throw new IllegalStateException("on the way: no " + parts[0] + " in the answer to " + step.getFirst());
            }
            var value = found.group(1);
            words.put(parts[0], () -> value);
        }
    }

    private Answer sent(List<String> step, String each) {
        lines(step, "!").forEach(sql -> fixture.text(words.filled(sql, each)));
        var raw = lines(step, ">>");
        if (raw.isEmpty()) {
            return ask(lines(step, ">"), each, String.join("", lines(step, "<")));
        }
        var text = words.filled(String.join("\r\n", raw), each);
        return fixture.client().exchange(reader(callers.of("nobody"), text), step.getFirst(), wire -> {
            wire.write(text.contains("\r\n\r\n") ? text : text + "\r\n\r\n");
            return read(wire, "GET", String.join("", lines(step, "<")));
        });
    }

    private static Answer read(Wire wire, String method, String wanted) throws IOException {
        if (wanted.contains("begun")) {
            var head = wire.readHead();
            return new Answer(
                    head.status(), head.headers(), wire.patience(LISTENING).some());
        }
        if (!wanted.contains("one answer")) {
            return wire.read(method);
        }
        var answers = wire.readAll();
        return answers.size() == 1
                ? answers.getFirst()
                : Answer.nothing(answers.size() > 1 ? SEVERAL : wire.isCut() ? Answer.CUT : Answer.SILENT);
    }

    private Answer ask(List<String> lines, String each, String wanted) {
        var asked = REQUEST.matcher(words.filled(lines.getFirst(), each));
        if (!asked.matches()) {
            throw new IllegalArgumentException(lines.getFirst());
        }
        var caller = callers.of(asked.group(3) == null ? "nobody" : asked.group(3));
        if (asked.group(4) != null) {
            var claims = JsonMapper.shared().readValue(asked.group(4), CLAIMS);
            caller = caller.token(fixture.client().token(caller.principal(), claims));
        }
        var request = request(asked.group(1), asked.group(2), lines.subList(1, lines.size()), each);
        if (asked.group(6) == null) {
            var host = asked.group(5) == null ? Words.authority(fixture.stack().address(A)) : asked.group(5);
            return send(caller, request, host, wanted);
        }
        var namesTenant = request.lines().stream().anyMatch(line -> line.startsWith("X-Satu-Tenant"));
        return send(caller.direct(), namesTenant ? request : request.with("X-Satu-Tenant", A), "core", wanted);
    }

    private Request request(String method, String path, List<String> lines, String each) {
        var end = lines.contains("") ? lines.indexOf("") : lines.size();
        var request = Request.of(method, path);
        for (var line : lines.subList(0, end)) {
            request = request.line(words.filled(line, each));
        }
        return end < lines.size()
                ? request.body(words.filled(String.join("\n", lines.subList(end + 1, lines.size())), each))
                : request;
    }

    private Answer send(Caller caller, Request request, String host, String wanted) {
        var ready = caller.token().isEmpty() ? request : request.with("Authorization", "Bearer " + caller.token());
        var bytes = ready.bytes(host);
        return fixture.client()
                .exchange(
                        reader(caller, new String(bytes, StandardCharsets.ISO_8859_1)),
                        request.method() + " " + request.path(),
                        wire -> read(wire.write(bytes), request.method(), wanted));
    }

    /** Who is told the answer, and what of: the holder of a session that is sent, the tenant whose host is asked. */
    private Caller reader(Caller caller, String text) {
        var named = (caller.isDirect() ? TENANT : HOST).matcher(text);
        var slug = named.find() ? named.group(1) : "";
        var tenant = Words.TENANTS.containsValue(slug) ? slug : null;
        return holders.entrySet().stream()
                .filter(session -> text.contains(session.getKey()))
                .findFirst()
                .map(session -> fixture.client().as(session.getValue()))
                .orElse(caller)
                .at(tenant);
    }

    private Check wanted(List<String> step, String each) {
        var all = new ArrayList<Check>();
        for (var part : String.join(", ", lines(step, "<")).split(", ")) {
            var text = words.filled(part.replaceFirst("^(has|lacks) ", ""), each);
            if (part.startsWith("has ")) {
                all.add(Check.has(text));
            } else if (part.startsWith("lacks ")) {
                all.add(Check.lacks(text));
            } else if (checks.containsKey(part)) {
                all.add(checks.get(part));
            } else if (!part.matches("one answer|begun")) {
                var statuses = List.of(part.split(" "));
                all.add(Check.holds(answer -> statuses.stream().anyMatch(status -> is(answer.status(), status)), part));
            }
        }
        return Check.all(all);
    }

    private static boolean is(int status, String written) {
        return switch (written) {
            case "cut" -> status == Answer.CUT;
            case "any" -> status > 0 && status < 500;
            default ->
                written.endsWith("xx") ? status / 100 == written.charAt(0) - '0' : status == Integer.parseInt(written);
        };
    }

    private static List<Written> read(String text, List<String> twin) {
        var all = new ArrayList<Written>();
        for (var line : text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            var rest = line.substring(Math.min(2, line.length()));
            switch (line.charAt(0)) {
                case '-' -> all.getLast().values.add(rest);
                case '+' -> all.getLast().others.add(rest);
                case '=', '>', '<', '*', '!' ->
                    (all.isEmpty() ? twin : all.getLast().lines).add(all.isEmpty() ? rest : line);
                default -> all.add(Written.of(line));
            }
        }
        return all;
    }

    /** What stands behind this beginning. */
    private static List<String> lines(List<String> lines, String beginning) {
        return lines.stream()
                .filter(line -> line.equals(beginning) || line.startsWith(beginning + " "))
                .map(line -> line.substring(beginning.length()).replaceFirst("^ ", ""))
                .toList();
    }
}
