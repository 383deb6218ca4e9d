package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Saves answers to indicators that nobody else saves, each on top of the version before. */
public final class Answering extends Writer {

    private static final int NOT_ASKED = -1;
    /** With this a row fills a page of the database, whatever it is compressed by. */
    private static final int PAGE = 3_800;

    private final String assessment;
    private final int first;
    private final int padding;
    private final int[] versions;
    private int at;

    private Answering(Caller caller, String assessment, int first, int indicators, int padding) {
        super(Write.Kind.ANSWER, caller);
        this.assessment = assessment;
        this.first = first;
        this.padding = padding;
        this.versions = new int[indicators];
        Arrays.fill(versions, NOT_ASKED);
    }

    /** @param assessment its address */
    static Answering briefly(Caller caller, String assessment, int first, int indicators) {
        return new Answering(caller, assessment, first, indicators, 0);
    }

    /** All 20 indicators in turn, in as many words as there is room for. */
    public static Answering atLength(Caller caller, String assessment) {
        return new Answering(caller, assessment, 1, 20, PAGE);
    }

    @Override
    Wish next(String key) {
        at = (at + 1) % versions.length;
        if (versions[at] == NOT_ASKED) {
            learn();
        }
        var id = assessment.substring(assessment.lastIndexOf('/') + 1);
        return new Wish(key, "%s/%d/%d".formatted(id, first + at, version() + 1), "");
    }

    @Override
    Reply send(Wish wish) {
        return caller.put(
                path(),
                Map.of("level", 1 + version() % 5, "fact", wish.key() + " " + noise(), "analysis", noise()),
                "If-Match",
                "\"" + version() + "\"");
    }

    @Override
    boolean showsEffect(Wish wish, Reply refusal) {
        var fact = refusal.body().path("current").path("fact").asString("");
        return refusal.status() == 412 && fact.split(" ", 2)[0].equals(wish.key());
    }

    @Override
    void after(Outcome outcome) {
        if (outcome == Outcome.OK) {
            versions[at]++;
        } else {
            learn();
        }
    }

    private void learn() {
        var now = caller.get(path());
        versions[at] = now.outcome() == Outcome.OK ? now.body().path("version").asInt() : NOT_ASKED;
    }

    private int version() {
        return Math.max(versions[at], 0);
    }

    private String noise() {
        var noise = new StringBuilder("Uji ketahanan.");
        while (noise.length() < padding) {
            noise.append(UUID.randomUUID());
        }
        return noise.toString();
    }

    private String path() {
        return assessment + "/indicators/" + (first + at);
    }
}
