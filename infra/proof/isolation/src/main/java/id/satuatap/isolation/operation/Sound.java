package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Canary;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Principal;
import id.satuatap.isolation.subject.Subject;
import id.satuatap.stack.Answer;
import id.satuatap.stack.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sound requests of an operation: paths by its subject, bodies by the examples of the description, versions by the answers. */
public record Sound(Fixture fixture, Operation operation) {

    /** About what this tenant holds, as the right caller might send it. */
    Request plain(String tenant) {
        return about(fixture.thing(tenant, operation.path()), tenant);
    }

    /** About whatever has these parameters. */
    Request about(Map<String, String> thing, String tenant) {
        return versioned(request(thing, tenant, Map.of()), "\"1\"");
    }

    /** One that succeeds when this principal sends it now. */
    Request fresh(Principal asker) {
        return fresh(thing(asker), asker);
    }

    Request fresh(Map<String, String> thing, Principal asker) {
        return versioned(withoutVersion(thing, asker), operation.takes("If-Match") ? version(thing) : "");
    }

    /** The same without If-Match. */
    Request withoutVersion(Map<String, String> thing, Principal asker) {
        return request(thing, here(), renewed(asker));
    }

    Map<String, Object> renewed(Principal asker) {
        var renewed = new HashMap<>(
                Subject.at(operation.path()).renewal().renewed(new Subject.Making(fixture, here(), asker)));
        renewed.keySet().retainAll(operation.example().propertyNames());
        return renewed;
    }

    Map<String, String> thing(Principal asker) {
        return operation.changes() && operation.path().contains("{")
                ? fixture.make(here(), operation.path(), asker)
                : fixture.thing(A, operation.path());
    }

    /** Somebody who may, at home and straight at core. */
    Caller able() {
        if (operation.home() == null) {
            return fixture.as(fixture.operator(), null);
        }
        if (operation.needsOnlySignIn() && operation.changes()) {
            return fixture.as(Principal.stranger("invited"), operation.home());
        }
        return fixture.able(Objects.requireNonNull(operation.home()), operation.permission() + "");
    }

    /** Sent by somebody who may, on something on which it succeeds now. */
    Answer succeed() {
        var able = able();
        return able.send(fresh(able.principal()));
    }

    /** The JSON of the example, with these fields instead of its own. */
    ObjectNode json(Map<String, Object> fields) {
        var json = (ObjectNode) operation.example().deepCopy();
        fields.forEach((name, value) -> json.set(name, JsonMapper.shared().valueToTree(value)));
        return json;
    }

    Request withBody(Request request, Object json) {
        return request.body(JsonMapper.shared().writeValueAsBytes(json));
    }

    private String here() {
        return Objects.requireNonNullElse(operation.home(), A);
    }

    private Request request(Map<String, String> thing, String tenant, Map<String, Object> renewed) {
        var path = Fixture.filled(operation.path(), thing) + query(tenant);
        if (operation.takesJson()) {
            return Request.json(operation.method(), path, told(json(renewed), tenant));
        }
        var request = Request.of(operation.method(), path);
        if (operation.takesFile()) {
            var text = new Canary(tenant, "file", System.nanoTime()).toString();
            return request.with("Content-Type", "application/octet-stream").body(Subject.pdf(text));
        }
        return operation.isStream() ? request.with("Accept", "text/event-stream") : request;
    }

    /** Sentences of the example become canaries, so that those that were planted are not saved over. */
    private JsonNode told(ObjectNode json, String tenant) {
        var tables =
                Subject.at(operation.path()).tables().keySet().stream().sorted().toList();
        for (var field : json.properties()) {
            if (!tables.isEmpty() && field.getValue().asString("").contains(" ")) {
                json.put(field.getKey(), new Canary(tenant, tables.getFirst(), System.nanoTime()).toString());
            }
        }
        return json;
    }

    private String query(String tenant) {
        var query = operation
                .parameters("query")
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> parameter.path("name").asString() + "=" + Request.encoded(shown(parameter, tenant)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String shown(JsonNode parameter, String tenant) {
        var schema = parameter.path("schema");
        var example = parameter.path("example").asString(schema.path("example").asString(""));
        if (!example.isEmpty()) {
            return example;
        }
        return switch (schema.path("format").asString(schema.path("type").asString(""))) {
            case "int32", "int64", "integer" -> "2025";
            case "date-time" -> "2099-01-01T00:00:00Z";
            case "date" -> "2099-01-01";
            default -> new Canary(tenant, "file", System.nanoTime()) + ".pdf";
        };
    }

    private Request versioned(Request request, @Nullable String version) {
        return operation.takes("If-Match") && version != null && !version.isEmpty()
                ? request.with("If-Match", version)
                : request;
    }

    /** By the tag of whatever answers for it or above it, or by its entry in the list that it stands in. */
    String version(Map<String, String> thing) {
        for (var path = operation.path(); path.length() > 1; path = path.substring(0, path.lastIndexOf('/'))) {
            var reading = operation.description().reading(path);
            if (reading.isPresent()) {
                var able = new Sound(fixture, reading.get()).able();
                var seen = Subject.must(able.get(Fixture.filled(path, thing)));
                if (!seen.header("ETag").isEmpty()) {
                    return seen.header("ETag");
                }
                for (var item : seen.json().path("items").values()) {
                    if (thing.containsValue(item.path("id").asString("")) && item.has("version")) {
                        return "\"%d\"".formatted(item.path("version").asInt());
                    }
                }
            }
        }
        throw new IllegalStateException("No version of " + operation.path() + " of " + thing);
    }
}
