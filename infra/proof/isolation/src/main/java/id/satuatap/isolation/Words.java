package id.satuatap.isolation;

import id.satuatap.stack.Stack;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands in braces in a file of cases, and the escapes of Java. A number and a text, as in {@code {4096 x}}, is the text so many times. */
final class Words {

    private static final Pattern WORD = Pattern.compile("\\{([a-z][A-Za-z0-9_.:@-]*|\\d+ [^{}]+)}");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(r|n|t|0|u[0-9a-f]{4})");
    static final Map<String, String> TENANTS =
            Map.of("a", Fixture.A, "b", Fixture.B, "c", Fixture.C, "p", Fixture.PROVINCE, "q", Fixture.OTHER_PROVINCE);

    private final Callers callers;
    private final Map<String, Supplier<String>> known = new HashMap<>();
    private final Map<String, UnaryOperator<String>> rewritings = new HashMap<>();

    Words(Stack stack, Callers callers) {
        this.callers = callers;
        TENANTS.forEach((name, slug) -> {
            put(name, () -> slug);
            put("host." + name, () -> authority(stack.address(slug)));
        });
        put("bare", () -> authority(stack.gateway()));
        put("identity", () -> authority(stack.issuer()));
        put("new", () -> UUID.randomUUID().toString());
    }

    void put(String name, Supplier<String> value) {
        known.put(name, value);
    }

    /** Stands for {each}, rewritten. */
    void put(String name, UnaryOperator<String> rewriting) {
        rewritings.put(name, rewriting);
    }

    String filled(String text, String each) {
        var escaped = ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(escaped(match.group(1))));
        return WORD.matcher(escaped).replaceAll(match -> Matcher.quoteReplacement(word(match.group(1), each)));
    }

    private static String escaped(String code) {
        return switch (code.charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '0' -> "\0";
            default -> Character.toString(Integer.parseInt(code.substring(1), 16));
        };
    }

    private String word(String name, String each) {
        var parts = name.split("[ :]", 2);
        if (name.equals("each")) {
            return filled(each, "");
        }
        if (Character.isDigit(name.charAt(0))) {
            return parts[1].repeat(Integer.parseInt(parts[0]));
        }
        if (rewritings.containsKey(name)) {
            return rewritings.get(name).apply(filled(each, ""));
        }
        var value = known.get(name);
        if (value != null) {
            return value.get();
        }
        return switch (parts[0]) {
            case "token" -> callers.of(parts[1]).token();
            case "email" -> callers.of(parts[1]).principal().email();
            default -> throw new IllegalArgumentException("{" + name + "}");
        };
    }

    static String authority(String address) {
        return URI.create(address).getAuthority();
    }
}
