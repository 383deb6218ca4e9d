package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.stack.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fields that nobody declared, values that no field takes, and text that is no JSON: each refused, and none told of our insides. */
public final class Bodies extends Loop {

    private static final List<String> BROKEN =
            List.of("{\"a\": ", "[".repeat(2000), "{\"a\": \"\\ud800\"}", "\u0000", "{\"a\": {\"b\": 1}, \"c\": 5}");
    /** Whose they are is nobody's to say. */
    private static final List<String> OURS =
            List.of("tenantId", "tenant_id", "id", "version", "createdBy", "updatedBy");

    private static final String MADE_UP = "00000000-0000-7000-8000-000000000001";
    private static final int SHOWN = 40;

    private Bodies(Cases cases, Operation operation) {
        super(cases, operation);
    }

    public static void run(Cases cases) {
        over(cases, Operation::takesJson, Bodies::new);
    }

    @Override
    void run() {
        undeclared();
        for (var field : operation.body().path("properties").properties()) {
            for (var value : wrong(operation.description().resolve(field.getValue()))) {
                refused("value", field.getKey() + " " + shown(value.toString()), field.getKey(), value);
            }
        }
        broken();
    }

    /** The names that its answer has and its body has not: what one would like to set. */
    private void undeclared() {
        var names = new TreeSet<>(operation.answer().path("properties").propertyNames());
        names.addAll(OURS);
        names.removeAll(operation.body().path("properties").propertyNames());
        for (var name : names) {
            refused("undeclared", name, name, read(name.matches("(?i).*id") ? "\"" + MADE_UP + "\"" : "1"));
        }
    }

    private static List<JsonNode> wrong(JsonNode schema) {
        var wrong = new ArrayList<>(List.of("[3]", "{\"a\": 1}"));
        var type = schema.path("type").asString("");
        if (type.matches("integer|number")) {
            wrong.addAll(List.of("\"3\"", "true", "1e400", "99999999999999999999"));
        } else if (!type.equals("object")) {
            var longest = schema.path("maxLength").asInt(0);
            wrong.add(longest > 0 ? "\"" + "x".repeat(longest + 1) + "\"" : "\"no such thing\"");
        }
        if (schema.has("maximum")) {
            var above = String.valueOf(schema.get("maximum").asInt() + 1);
            var below = String.valueOf(schema.get("minimum").asInt() - 1);
            wrong.addAll(List.of(above, below, "2026.5", "-2026"));
        }
        return wrong.stream().map(Bodies::read).toList();
    }

    private void refused(String id, String what, String field, JsonNode value) {
        var json = sound.json(Map.of()).set(field, value);
        check(id, ": " + what, () -> able.send(sound.withBody(sound.plain(A), json)), Check.status(400));
    }

    private void broken() {
        for (var way : List.of(able, gateway())) {
            var at = way.isDirect() ? ", at core" : ", at the gateway";
            for (var body : BROKEN) {
                var what = ": “" + shown(body.replace("\u0000", "NUL")) + "”" + at;
                check("broken", what, () -> way.send(sound.plain(A).body(body)), Check.status(400));
            }
            check("broken", ": XML" + at, () -> way.send(xml()), Check.status(415, 400));
        }
    }

    private Request xml() {
        var request = sound.plain(A);
        var lines = request.lines().stream()
                .map(line -> line.replace("application/json", "application/xml"))
                .toList();
        var body = "<x/>".getBytes(StandardCharsets.UTF_8);
        return new Request(request.method(), request.path(), lines, body);
    }

    private static String shown(String text) {
        return text.length() > SHOWN ? text.length() + " characters" : text;
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }
}
