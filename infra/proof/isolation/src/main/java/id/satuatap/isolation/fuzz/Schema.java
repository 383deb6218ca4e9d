package id.satuatap.isolation.fuzz;

import static id.satuatap.isolation.fuzz.Oddities.one;

import id.satuatap.isolation.operation.Description;
import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON by a schema of the description: sound, or with one thing or more out of order. */
final class Schema {

    private static final int DEEP = 2_000;

    private final Description description;

    Schema(Description description) {
        this.description = description;
    }

    String sound(JsonNode schema, SplittableRandom random) {
        var resolved = description.resolve(schema);
        if (resolved.has("enum")) {
            return resolved.get("enum")
                    .get(random.nextInt(resolved.get("enum").size()))
                    .toString();
        }
        return switch (resolved.path("type").asString("")) {
            case "object" -> object(resolved, random, false);
            case "array" -> "[" + sound(resolved.path("items"), random) + "]";
            case "integer" -> String.valueOf(resolved.path("minimum").asInt(1) + random.nextInt(20));
            case "number" -> String.valueOf(1 + random.nextInt(5));
            case "boolean" -> "true";
            default -> text(soundText(resolved, random));
        };
    }

    String soundText(JsonNode schema, SplittableRandom random) {
        return switch (schema.path("format").asString("")) {
            case "email" -> "uji" + random.nextInt(1000) + "@contoh.example";
            case "date" -> "2099-12-31";
            default -> "uji " + random.nextInt(1000);
        };
    }

    /** With something wrong in it, most of the time. */
    String odd(JsonNode schema, SplittableRandom random) {
        var resolved = description.resolve(schema);
        if (random.nextInt(4) == 0) {
            return anything(random);
        }
        return resolved.path("type").asString("").equals("object")
                ? object(resolved, random, true)
                : value(resolved, random);
    }

    private String value(JsonNode schema, SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> sound(schema, random);
            case 1 -> text(one(random, "texts"));
            case 2 -> one(random, "numbers");
            case 3 -> text(one(random, "dates"));
            default -> anything(random);
        };
    }

    private String object(JsonNode schema, SplittableRandom random, boolean isOdd) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        for (var property : schema.path("properties").properties()) {
            var keep = !isOdd || random.nextInt(8) > 0;
            if (keep) {
                var value = isOdd && random.nextInt(2) == 0
                        ? value(description.resolve(property.getValue()), random)
                        : sound(property.getValue(), random);
                fields.add(Map.entry(property.getKey(), value));
            }
        }
        if (schema.has("additionalProperties")) {
            fields.add(Map.entry(
                    isOdd ? one(random, "numbers") : "1",
                    isOdd ? value(schema.get("additionalProperties"), random) : "3"));
        }
        if (isOdd && random.nextInt(6) == 0 && !fields.isEmpty()) {
            fields.add(fields.getFirst()); // twice
        }
        if (isOdd && random.nextInt(6) == 0) {
            fields.add(Map.entry(one(random, "fields"), anything(random)));
        }
        return fields.stream()
                .map(field -> text(field.getKey()) + ":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String anything(SplittableRandom random) {
        return switch (random.nextInt(9)) {
            case 0 -> "null";
            case 1 -> "[]";
            case 2 -> "{}";
            case 3 -> "[".repeat(DEEP) + "]".repeat(DEEP);
            case 4 -> "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP);
            case 5 -> one(random, "numbers");
            case 6 -> text(one(random, "texts"));
            case 7 -> "\"\\ud800\"";
            default -> "true";
        };
    }

    private static String text(String value) {
        return JsonMapper.shared().writeValueAsString(value);
    }
}
