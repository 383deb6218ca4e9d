package id.satuatap.identity.web;

import id.satuatap.text.UnwantedCharacter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is wrong with the fields of a form, in their order. */
final class FormFaults {

    /** The key of the sentence that says it, without its beginning, and what is put into it. */
    record Fault(String key, List<Object> arguments) {}

    private final Map<String, Fault> faults = new LinkedHashMap<>();

    void add(String field, String key, Object... arguments) {
        faults.put(field, new Fault(key, List.of(arguments)));
    }

    /** What the field means; empty, with a fault that says why, when nothing was typed, or nothing that can be meant. */
    <T> Optional<T> read(String field, String typed, Function<String, Optional<T>> parse) {
        try {
            var meant = parse.apply(typed);
            if (meant.isEmpty()) {
                add(field, field + (typed.isBlank() ? ".missing" : ".wrong"));
            }
            return meant;
        } catch (UnwantedCharacter unwanted) {
            add(field, "character." + unwanted.why().key(), unwanted.called(), String.valueOf(unwanted.place()));
            return Optional.empty();
        }
    }

    boolean none() {
        return faults.isEmpty();
    }

    /** As pages read it. */
    Map<String, Fault> byField() {
        return faults;
    }

    static Map<String, Fault> of(String field, String key) {
        return Map.of(field, new Fault(key, List.of()));
    }
}
