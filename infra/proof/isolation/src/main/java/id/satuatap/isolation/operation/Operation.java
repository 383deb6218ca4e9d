package id.satuatap.isolation.operation;

import static id.satuatap.isolation.Fixture.A;
import static id.satuatap.isolation.Fixture.PROVINCE;

import id.satuatap.isolation.Rights;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** One operation as the description of the API has it. */
public record Operation(Description description, String method, String path, JsonNode about) {

    private static final String SIGNED_IN = "signed-in";

    public String key() {
        return method + " " + path;
    }

    /** What its caller needs, or {@code signed-in}; null for one that is open to all. */
    public @Nullable String permission() {
        var described = about.path("x-permission").asString(null);
        // who reads a document, the document itself says: those of the fixture are evidence
        return path.startsWith("/api/v1/documents/") ? "assessment:read" : described;
    }

    public boolean isOpen() {
        return permission() == null;
    }

    public boolean needsOnlySignIn() {
        return SIGNED_IN.equals(permission());
    }

    public boolean changes() {
        return !method.equals("GET");
    }

    /** Answers for as long as somebody listens. */
    boolean isStream() {
        return about.at("/responses/200/content").has("text/event-stream");
    }

    /** Whose people may; null if that is no tenant's affair. */
    public @Nullable String home() {
        var holders = permission() == null ? List.<String>of() : Rights.holders(permission());
        if (!holders.isEmpty() && holders.stream().noneMatch(Rights::isOfMembers)) {
            return null;
        }
        return !holders.isEmpty() && holders.stream().allMatch(Rights::isOfProvince) ? PROVINCE : A;
    }

    /** @param in where: path, query, header */
    Stream<JsonNode> parameters(String in) {
        return about.path("parameters").values().stream()
                .filter(parameter -> parameter.path("in").asString().equals(in));
    }

    boolean takes(String header) {
        return parameters("header")
                .anyMatch(parameter -> parameter.path("name").asString().equals(header));
    }

    boolean hasQuery(String name) {
        return parameters("query")
                .anyMatch(parameter -> parameter.path("name").asString().equals(name));
    }

    /** The methods that its address has. */
    Set<String> siblings() {
        return description.operations().stream()
                .filter(other -> other.path.equals(path))
                .map(Operation::method)
                .collect(Collectors.toSet());
    }

    /** Those of its path, from the left. */
    List<String> names() {
        return parameters("path")
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /** The kind of JSON it takes; missing if it takes none. */
    JsonNode body() {
        return description.resolve(about.at("/requestBody/content/application~1json/schema"));
    }

    boolean takesJson() {
        return !about.at("/requestBody/content/application~1json").isMissingNode();
    }

    boolean takesFile() {
        return !about.at("/requestBody/content/application~1octet-stream").isMissingNode();
    }

    /** What the description shows of its body. */
    JsonNode example() {
        var shown = about.at("/requestBody/content/application~1json/example");
        return shown.isMissingNode() ? body().path("example") : shown;
    }

    /** The kind of JSON it gives; missing if it gives none. */
    JsonNode answer() {
        return about.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> description.resolve(response.getValue().at("/content/application~1json/schema")))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
