package id.satuatap.isolation.fuzz;

import static id.satuatap.isolation.fuzz.Oddities.one;

import id.satuatap.isolation.Rights;
import id.satuatap.isolation.operation.Description;
import id.satuatap.isolation.operation.Operation;
import id.satuatap.stack.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Makes the n-th request of a seed: the same number gives the same request. */
final class Requests {

    private final long seed;
    private final List<Operation> operations;
    private final Map<String, String> tokens;
    private final Map<String, List<String>> ids;
    private final String tenant;
    private final Schema schema;

    /**
     * @param tokens by role, and some more
     * @param ids by name of a path parameter, those that exist
     */
    Requests(
            long seed,
            Description description,
            String tenant,
            Map<String, String> tokens,
            Map<String, List<String>> ids) {
        this.seed = seed;
        this.tokens = tokens;
        this.ids = ids;
        this.tenant = tenant;
        this.schema = new Schema(description);
        this.operations = description.operations();
    }

    Operation operation(int number) {
        return operations.get(number % operations.size());
    }

    Request request(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var operation = operation(number);
        var lines = new ArrayList<String>();
        if (random.nextInt(12) > 0) {
            lines.add("X-Satu-Tenant: " + (random.nextInt(20) > 0 ? tenant : oddText(random)));
        }
        if (random.nextInt(12) > 0) {
            lines.add("Authorization: Bearer " + token(operation, random));
        }
        var path = path(operation, lines, random);
        var body = body(operation, lines, random);
        if (random.nextInt(5) == 0) {
            lines.add(one(random, "headers") + ": " + oddText(random));
        }
        var method = random.nextInt(60) == 0 ? one(random, "methods") : operation.method();
        return new Request(method, path, List.copyOf(lines), body);
    }

    /** Mostly one of those who may: behind the first door there is more. */
    private String token(Operation operation, SplittableRandom random) {
        var able = tokens.entrySet().stream()
                .filter(token -> Rights.of(token.getKey()).containsKey(operation.permission() + ""))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return able.isEmpty() || random.nextInt(3) == 0
                ? one(random, tokens.values().stream().sorted().toList())
                : one(random, able);
    }

    private String path(Operation operation, List<String> lines, SplittableRandom random) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.about().path("parameters").values()) {
            var name = parameter.path("name").asString();
            var isMissing = random.nextInt(parameter.path("required").asBoolean(false) ? 12 : 3) == 0;
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value(name, parameter, random), random));
                case "header" -> {
                    if (!isMissing) {
                        lines.add(name + ": " + headerValue(name, random));
                    }
                }
                default -> {
                    if (!isMissing) {
                        query.add(name + "=" + encoded(value(name, parameter, random), random));
                    }
                    if (random.nextInt(15) == 0) {
                        query.add(name + "=" + encoded(one(random, "texts"), random));
                    }
                }
            }
        }
        if (random.nextInt(30) == 0) {
            query.add(encoded(one(random, "texts"), random));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String value(String name, JsonNode parameter, SplittableRandom random) {
        var known = ids.getOrDefault(name, List.of());
        if (!known.isEmpty() && random.nextInt(4) > 0) {
            return one(random, known);
        }
        return switch (random.nextInt(4)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> one(random, "texts");
            case 2 -> one(random, "numbers");
            default -> schema.sound(parameter.path("schema"), random).replace("\"", "");
        };
    }

    private static String headerValue(String name, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + random.nextInt(4) + "\"";
            case 1 -> name.equals("If-Match") ? one(random, "versions") : "key-" + random.nextInt(50);
            default -> oddText(random);
        };
    }

    private byte[] body(Operation operation, List<String> lines, SplittableRandom random) {
        var content = operation.about().path("requestBody").path("content");
        if (content.isEmpty()) {
            return random.nextInt(10) == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        var type = content.properties().iterator().next();
        lines.add("Content-Type: " + (random.nextInt(10) == 0 ? one(random, "types") : type.getKey()));
        if (!type.getKey().equals("application/json")) {
            return file(random);
        }
        var kind = type.getValue().path("schema");
        var json = random.nextInt(4) == 0 ? schema.sound(kind, random) : schema.odd(kind, random);
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(24)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> broken(bytes, random);
            case 2 -> json.getBytes(StandardCharsets.UTF_16);
            case 3 -> ("\ufeff" + json).getBytes(StandardCharsets.UTF_8);
            case 4 -> (json + json).getBytes(StandardCharsets.UTF_8);
            case 5 ->
                random.nextInt(50) == 0 ? ("[" + "1,".repeat(600_000) + "1]").getBytes(StandardCharsets.UTF_8) : bytes;
            default -> bytes;
        };
    }

    private static byte[] file(SplittableRandom random) {
        return switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8);
            case 2 -> "PK\u0003\u0004 nothing more".getBytes(StandardCharsets.UTF_8);
            case 3 ->
                "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"
                        .getBytes(StandardCharsets.UTF_8);
            case 4 -> new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
            default -> broken(new byte[1 + random.nextInt(4096)], random);
        };
    }

    private static byte[] broken(byte[] bytes, SplittableRandom random) {
        var broken = bytes.clone();
        for (var i = 0; i < 1 + broken.length / 20; i++) {
            if (broken.length > 0) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
        }
        return broken;
    }

    /** What stays in one line of a head. */
    private static String oddText(SplittableRandom random) {
        return one(random, random.nextBoolean() ? "texts" : "numbers").replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "");
    }

    private static String encoded(String value, SplittableRandom random) {
        return random.nextInt(12) == 0
                ? one(random, "encoded")
                : Request.encoded(value).replace("+", "%20");
    }
}
