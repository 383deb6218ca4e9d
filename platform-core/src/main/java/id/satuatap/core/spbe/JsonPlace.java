package id.satuatap.core.spbe;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A place in a JSON file of ours. What isn't as it should be is refused with one sentence that names file and place. */
record JsonPlace(String name, String place, JsonNode node) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** The whole file. */
    static JsonPlace of(String name, String json) {
        return new JsonPlace(name, "", parse(name, json));
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("%s: is not valid JSON: %s".formatted(name, e.getOriginalMessage()), e);
        }
    }

    boolean has(String field) {
        return node.has(field);
    }

    JsonPlace get(String field) {
        var child = node.get(field);
        if (child == null) {
            throw refused("%s is missing".formatted(field));
        }
        return new JsonPlace(name, place.isEmpty() ? field : place + "." + field, child);
    }

    <T> List<T> items(String field, Function<JsonPlace, T> read) {
        return get(field).items(read);
    }

    <T> List<T> optionalItems(String field, Function<JsonPlace, T> read) {
        return has(field) ? items(field, read) : List.of();
    }

    private <T> List<T> items(Function<JsonPlace, T> read) {
        if (!node.isArray()) {
            throw refused("should be a list");
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new JsonPlace(name, place + "[" + i + "]", node.get(i)))
                .map(read)
                .toList();
    }

    List<String> asTexts() {
        return items(JsonPlace::asText);
    }

    String text(String field) {
        return get(field).asText();
    }

    @Nullable
    String optionalText(String field) {
        return has(field) ? text(field) : null;
    }

    String asText() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw refused("should be a text that isn't empty");
        }
        return node.stringValue();
    }

    int asInt() {
        if (!node.isInt()) {
            throw refused("should be a whole number");
        }
        return node.intValue();
    }

    boolean asFlag() {
        if (!node.isBoolean()) {
            throw refused("should be true or false");
        }
        return node.booleanValue();
    }

    /** What is made of the place; that it may not be is refused here. */
    <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    IllegalStateException refused(@Nullable String sentence) {
        return new IllegalStateException(
                place.isEmpty() ? name + ": " + sentence : name + ", " + place + ": " + sentence);
    }
}
