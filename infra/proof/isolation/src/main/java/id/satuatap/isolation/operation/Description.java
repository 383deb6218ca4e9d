package id.satuatap.isolation.operation;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API that a running core gives of itself. */
public record Description(JsonNode json) {

    public static Description of(Stack stack) {
        var answer = stack.send(stack.requestTo(Part.PLATFORM_CORE, "/api/v1/openapi.json"));
        return new Description(JsonMapper.shared().readTree(answer.body()));
    }

    public List<Operation> operations() {
        return json.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> new Operation(
                                this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    /** The operation that reads what lies at this path. */
    Optional<Operation> reading(String path) {
        return operations().stream()
                .filter(operation -> operation.key().equals("GET " + path))
                .findFirst();
    }

    public JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : json.at(reference.substring(1));
    }
}
