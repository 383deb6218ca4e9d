package id.satuatap.isolation.http;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One operation as the description of the API has it.
 *
 * @param permission what its caller needs, or {@code signed-in}; null for one that is open to all
 */
record Operation(String method, String path, @Nullable String permission) {

    private static final String SIGNED_IN = "signed-in";

    static List<Operation> of(Stack stack) {
        var description = JsonMapper.shared()
                .readTree(stack.send(stack.requestTo(Part.PLATFORM_CORE, "/api/v1/openapi.json"))
                        .body());
        var operations = new ArrayList<Operation>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                permission(
                                        path.getKey(),
                                        method.getValue().path("x-permission").asString(null))))));
        return List.copyOf(operations);
    }

    /** Who reads a document, the document itself says: those of the examples are evidence. */
    private static @Nullable String permission(String path, @Nullable String described) {
        return path.startsWith("/api/v1/documents/") ? "assessment:read" : described;
    }

    String key() {
        return method + " " + path;
    }

    boolean isOpen() {
        return permission == null;
    }

    boolean needsOnlySignIn() {
        return SIGNED_IN.equals(permission);
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** Whether the path names a thing by a generated id. */
    boolean hasId() {
        return path.contains("{id}") || path.contains("{assessment}");
    }
}
