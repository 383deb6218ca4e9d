package id.satuatap.core.spbe;

import java.util.List;
import java.util.Locale;

/** Reads an instrument from its JSON file and refuses what doesn't hold. */
final class InstrumentFile {

    private InstrumentFile() {}

    static Instrument read(String name, String json) {
        var file = JsonPlace.of(name, json);
        var id = file.text("id");
        if (!name.equals(id + ".json")) {
            throw file.refused("its id is %s, but the file is called %s".formatted(id, name));
        }
        var about = about(file.get("about"));
        var levelNames = levelNames(file.get("levelNames"));
        var predicates = file.items("predicates", InstrumentFile::predicate);
        var domains = file.items("domains", InstrumentFile::domain);
        return file.checked(() -> new Instrument(id, about, levelNames, predicates, domains));
    }

    private static Instrument.About about(JsonPlace at) {
        var regulation = at.text("regulation");
        var title = at.text("title");
        var source = at.text("source");
        var years = at.items("validYears", JsonPlace::asInt);
        var provisional = at.get("provisional").asFlag();
        var notes = at.items("notes", JsonPlace::asText);
        return at.checked(() -> new Instrument.About(
                regulation, title, source, years, provisional, at.optionalText("scoredAs"), notes));
    }

    private static LevelNames levelNames(JsonPlace at) {
        var process = at.items("process", JsonPlace::asText);
        var service = at.items("service", JsonPlace::asText);
        return at.checked(() -> new LevelNames(process, service));
    }

    private static Predicate predicate(JsonPlace at) {
        return new Predicate(at.text("name"), fraction(at.get("min")));
    }

    private static Domain domain(JsonPlace at) {
        var code = at.text("code");
        var name = at.text("name");
        var weight = fraction(at.get("weight"));
        var aspects = at.items("aspects", InstrumentFile::aspect);
        return at.checked(() -> new Domain(code, name, weight, aspects));
    }

    private static Aspect aspect(JsonPlace at) {
        var code = at.text("code");
        var name = at.text("name");
        var weight = fraction(at.get("weight"));
        var indicators = at.items("indicators", InstrumentFile::indicator);
        return at.checked(() -> new Aspect(code, name, weight, indicators));
    }

    private static Indicator indicator(JsonPlace at) {
        var no = at.get("no").asInt();
        var name = at.text("name");
        var weight = fraction(at.get("weight"));
        var kind = kind(at.get("kind"));
        var fractional = at.has("fractional") && at.get("fractional").asFlag();
        var levels = at.optionalItems("levels", JsonPlace::asText);
        var evidence = at.optionalItems("levelEvidence", JsonPlace::asTexts);
        return at.checked(() -> new Indicator(no, name, weight, kind, fractional, guide(at, levels, evidence)));
    }

    private static Indicator.Guide guide(JsonPlace at, List<String> levels, List<List<String>> levelEvidence) {
        return new Indicator.Guide(
                levels,
                levelEvidence,
                at.optionalText("scope"),
                at.optionalText("evidence"),
                at.optionalText("owner"),
                at.optionalText("externalSource"));
    }

    private static Fraction fraction(JsonPlace at) {
        var text = at.asText();
        return at.checked(() -> Fraction.parse(text));
    }

    private static Indicator.Kind kind(JsonPlace at) {
        return switch (at.asText()) {
            case "process" -> Indicator.Kind.PROCESS;
            case "service" -> Indicator.Kind.SERVICE;
            case String other ->
                throw at.refused("\"%s\" is neither process nor service".formatted(other.toLowerCase(Locale.ROOT)));
        };
    }
}
