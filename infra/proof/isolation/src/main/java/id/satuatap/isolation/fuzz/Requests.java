package id.satuatap.isolation.fuzz;

import static id.satuatap.isolation.fuzz.Oddities.one;

import id.satuatap.isolation.Rights;
import id.satuatap.isolation.fuzz.Fuzzed.Header;
import java.net.URLEncoder;
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

    private record Operation(String method, String path, JsonNode about) {}

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/*",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/problem+json",
            "nonsense",
            "application/cbor",
            "/");
    private static final List<String> MORE_HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Accept-Charset",
            "Content-Encoding",
            "X-Request-Id",
            "Range",
            "Origin",
            "If-None-Match",
            "If-Match",
            "If-Modified-Since",
            "X-HTTP-Method-Override",
            "Cookie",
            "Idempotency-Key",
            "X-Forwarded-For",
            "Forwarded",
            "X-Satu-Tenant",
            "Prefer",
            "traceparent",
            "Last-Event-ID",
            "Access-Control-Request-Method",
            "Authorization");

    private final long seed;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, String> tokens;
    private final Map<String, List<String>> ids;
    private final String tenant;
    private final Schema schema;

    /**
     * @param tokens by role, and some more
     * @param ids by name of a path parameter, those that exist
     */
    Requests(
            long seed, JsonNode description, String tenant, Map<String, String> tokens, Map<String, List<String>> ids) {
        this.seed = seed;
        this.tokens = tokens;
        this.ids = ids;
        this.tenant = tenant;
        this.schema = new Schema(description);
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
    }

    Fuzzed request(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var operation = operations.get(number % operations.size());
        var headers = new ArrayList<Header>();
        if (random.nextInt(12) > 0) {
            headers.add(new Header("X-Satu-Tenant", random.nextInt(20) > 0 ? tenant : one(random, Oddities.TEXTS)));
        }
        if (random.nextInt(12) > 0) {
            headers.add(new Header("Authorization", "Bearer " + token(operation, random)));
        }
        var path = path(operation, headers, random);
        var body = body(operation, headers, random);
        if (random.nextInt(5) == 0) {
            headers.add(new Header(one(random, MORE_HEADERS), oddText(random)));
        }
        var method = random.nextInt(60) == 0
                ? one(random, List.of("HEAD", "OPTIONS", "PATCH", "DELETE", "POST", "PUT", "get", "PROPFIND"))
                : operation.method();
        return new Fuzzed(operation.method() + " " + operation.path(), method, path, List.copyOf(headers), body);
    }

    /** Mostly one of those who may: behind the first door there is more. */
    private String token(Operation operation, SplittableRandom random) {
        var permission = operation.about().path("x-permission").asString("");
        var able = tokens.entrySet().stream()
                .filter(token -> Rights.of(token.getKey()).contains(permission))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return able.isEmpty() || random.nextInt(3) == 0 ? one(random, List.copyOf(tokens.values())) : one(random, able);
    }

    private String path(Operation operation, List<Header> headers, SplittableRandom random) {
        var path = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.about().path("parameters").values()) {
            var name = parameter.path("name").asString();
            var isMissing = random.nextInt(parameter.path("required").asBoolean(false) ? 12 : 3) == 0;
            switch (parameter.path("in").asString()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(value(name, parameter, random), random));
                case "header" -> {
                    if (!isMissing) {
                        headers.add(new Header(name, headerValue(name, random)));
                    }
                }
                default -> {
                    if (!isMissing) {
                        query.add(name + "=" + encoded(value(name, parameter, random), random));
                    }
                    if (random.nextInt(15) == 0) {
                        query.add(name + "=" + encoded(one(random, Oddities.TEXTS), random));
                    }
                }
            }
        }
        if (random.nextInt(30) == 0) {
            query.add(encoded(one(random, Oddities.TEXTS), random));
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private String value(String name, JsonNode parameter, SplittableRandom random) {
        var known = ids.getOrDefault(name, List.of());
        if (!known.isEmpty() && random.nextInt(4) > 0) {
            return one(random, known);
        }
        var kind = schema.resolve(parameter.path("schema"));
        return switch (random.nextInt(4)) {
            case 0 -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 1 -> one(random, Oddities.TEXTS);
            case 2 -> one(random, Oddities.NUMBERS);
            default ->
                kind.has("enum")
                        ? kind.get("enum").get(0).asString()
                        : schema.sound(kind, random).replace("\"", "");
        };
    }

    private static String headerValue(String name, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> "\"" + random.nextInt(4) + "\"";
            case 1 ->
                name.equals("If-Match")
                        ? one(random, List.of("*", "W/\"1\"", "\"1\", \"2\"", "1", "\"99999999999\"", "\"-1\""))
                        : "key-" + random.nextInt(50);
            default -> oddText(random);
        };
    }

    private byte[] body(Operation operation, List<Header> headers, SplittableRandom random) {
        var content = operation.about().path("requestBody").path("content");
        if (content.isEmpty()) {
            return random.nextInt(10) == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : new byte[0];
        }
        var type = content.properties().iterator().next();
        headers.add(new Header("Content-Type", random.nextInt(10) == 0 ? one(random, TYPES) : type.getKey()));
        if (!type.getKey().equals("application/json")) {
            return file(random);
        }
        var json = random.nextInt(4) == 0
                ? schema.sound(type.getValue().path("schema"), random)
                : schema.odd(type.getValue().path("schema"), random);
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

    /** What a client lets one put into a header. */
    private static String oddText(SplittableRandom random) {
        return one(random, random.nextBoolean() ? Oddities.TEXTS : Oddities.NUMBERS)
                .replaceAll("[^\\x20-\\x7e\\xa0-\\xff]", "");
    }

    private static String encoded(String value, SplittableRandom random) {
        if (random.nextInt(12) == 0) {
            return one(
                    random,
                    List.of(
                            "%00",
                            "%ff%fe",
                            "%c0%ae%c0%ae",
                            "%e2%80%ae",
                            "%0d%0a",
                            "..%2f",
                            "%252e%252e",
                            "a%3bb",
                            "%f0%9f%91%a9",
                            "+"));
        }
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
