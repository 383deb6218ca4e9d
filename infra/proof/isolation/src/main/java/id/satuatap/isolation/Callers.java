package id.satuatap.isolation;

import static id.satuatap.isolation.Fixture.A;

import java.util.HashMap;
import java.util.Map;

/** People and machines by a word: {@code coordinator}, {@code coordinator@b}, {@code machine:coordinator@c}, {@code citizen}, {@code operator}, {@code both}, {@code nobody}; {@code stranger:thief} is somebody new, and the same in all of a file. */
final class Callers {

    private final Fixture fixture;
    private final Map<String, Principal> strangers = new HashMap<>();

    Callers(Fixture fixture) {
        this.fixture = fixture;
    }

    Caller of(String word) {
        return fixture.client().as(principal(word)).at(A);
    }

    private Principal principal(String word) {
        var parts = word.split("@", 2);
        var tenant = parts.length == 1 ? A : Words.TENANTS.getOrDefault(parts[1], parts[1]);
        var role = parts[0];
        if (role.startsWith("stranger:")) {
            return strangers.computeIfAbsent(role, name -> Principal.stranger(name.replace(':', '-')));
        }
        return switch (role) {
            case "nobody" -> Principal.NOBODY;
            case "citizen" -> fixture.citizen();
            case "operator" -> fixture.operator();
            case "both" -> fixture.ofBoth();
            default ->
                role.startsWith("machine:")
                        ? fixture.machine(tenant, role.substring("machine:".length()))
                        : fixture.member(tenant, role);
        };
    }
}
