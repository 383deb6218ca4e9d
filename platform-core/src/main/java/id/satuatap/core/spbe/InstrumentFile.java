package id.satuatap.core.spbe;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads an instrument from its JSON file and refuses, with one sentence that names file and place, what doesn't hold. */
record InstrumentFile(String name, String place, JsonNode node) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    static Instrument read(String name, String json) {
        return new InstrumentFile(name, "", parse(name, json)).instrument();
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException e) {
            throw new IllegalStateException("%s: is not valid JSON: %s".formatted(name, e.getOriginalMessage()), e);
        }
    }

    private Instrument instrument() {
        var id = text("id");
        if (!name.equals(id + ".json")) {
            throw refused("its id is %s, but the file is called %s".formatted(id, name));
        }
        var about = get("about").about();
        var levelNames = get("levelNames").levelNames();
        var predicates = items("predicates", InstrumentFile::predicate);
        var domains = items("domains", InstrumentFile::domain);
        return checked(() -> new Instrument(id, about, levelNames, predicates, domains));
    }

    private Instrument.About about() {
        var regulation = text("regulation");
        var title = text("title");
        var source = text("source");
        var years = items("validYears", InstrumentFile::asInt);
        var provisional = get("provisional").asFlag();
        var notes = items("notes", InstrumentFile::asText);
        return checked(() ->
                new Instrument.About(regulation, title, source, years, provisional, optionalText("scoredAs"), notes));
    }

    private Instrument.LevelNames levelNames() {
        var process = items("process", InstrumentFile::asText);
        var service = items("service", InstrumentFile::asText);
        return checked(() -> new Instrument.LevelNames(process, service));
    }

    private Predicate predicate() {
        return new Predicate(text("name"), get("min").asFraction());
    }

    private Domain domain() {
        var code = text("code");
        var name = text("name");
        var weight = get("weight").asFraction();
        var aspects = items("aspects", InstrumentFile::aspect);
        return checked(() -> new Domain(code, name, weight, aspects));
    }

    private Aspect aspect() {
        var code = text("code");
        var name = text("name");
        var weight = get("weight").asFraction();
        var indicators = items("indicators", InstrumentFile::indicator);
        return checked(() -> new Aspect(code, name, weight, indicators));
    }

    private Indicator indicator() {
        var no = get("no").asInt();
        var name = text("name");
        var weight = get("weight").asFraction();
        var kind = get("kind").asKind();
        var fractional = node.has("fractional") && get("fractional").asFlag();
        var levels = optionalItems("levels", InstrumentFile::asText);
        var evidence = optionalItems("levelEvidence", InstrumentFile::asTexts);
        return checked(() -> new Indicator(no, name, weight, kind, fractional, guide(levels, evidence)));
    }

    private Indicator.Guide guide(List<String> levels, List<List<String>> levelEvidence) {
        return new Indicator.Guide(
                levels,
                levelEvidence,
                optionalText("scope"),
                optionalText("evidence"),
                optionalText("owner"),
                optionalText("externalSource"));
    }

    private InstrumentFile get(String field) {
        var child = node.get(field);
        if (child == null) {
            throw refused("%s is missing".formatted(field));
        }
        return new InstrumentFile(name, place.isEmpty() ? field : place + "." + field, child);
    }

    private <T> List<T> items(String field, Function<InstrumentFile, T> read) {
        return get(field).items(read);
    }

    private <T> List<T> optionalItems(String field, Function<InstrumentFile, T> read) {
        return node.has(field) ? items(field, read) : List.of();
    }

    private <T> List<T> items(Function<InstrumentFile, T> read) {
        if (!node.isArray()) {
            throw refused("should be a list");
        }
        return IntStream.range(0, node.size())
                .mapToObj(i -> new InstrumentFile(name, place + "[" + i + "]", node.get(i)))
                .map(read)
                .toList();
    }

    private List<String> asTexts() {
        return items(InstrumentFile::asText);
    }

    private String text(String field) {
        return get(field).asText();
    }

    private @Nullable String optionalText(String field) {
        return node.has(field) ? text(field) : null;
    }

    private String asText() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw refused("should be a text that isn't empty");
        }
        return node.stringValue();
    }

    private int asInt() {
        if (!node.isInt()) {
            throw refused("should be a whole number");
        }
        return node.intValue();
    }

    private boolean asFlag() {
        if (!node.isBoolean()) {
            throw refused("should be true or false");
        }
        return node.booleanValue();
    }

    private Fraction asFraction() {
        var text = asText();
        return checked(() -> Fraction.parse(text));
    }

    private Indicator.Kind asKind() {
        return switch (asText()) {
            case "process" -> Indicator.Kind.PROCESS;
            case "service" -> Indicator.Kind.SERVICE;
            case String other ->
                throw refused("\"%s\" is neither process nor service".formatted(other.toLowerCase(Locale.ROOT)));
        };
    }

    private <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
    }

    private IllegalStateException refused(@Nullable String sentence) {
        return new IllegalStateException(
                place.isEmpty() ? name + ": " + sentence : name + ", " + place + ": " + sentence);
    }
}
