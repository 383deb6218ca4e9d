package id.satuatap.faults;

import java.util.Arrays;
import java.util.Map;

/** Saves answers to indicators that nobody else saves, each on top of the version before. */
final class Answering extends Writer {

    private static final int NOT_ASKED = -1;

    private final String assessment;
    private final int first;
    private final int[] versions;
    private int at;

    Answering(Caller caller, Recorder recorder, String assessment, int first, int indicators) {
        super(Write.Kind.ANSWER, caller, recorder);
        this.assessment = assessment;
        this.first = first;
        this.versions = new int[indicators];
        Arrays.fill(versions, NOT_ASKED);
    }

    @Override
    Wish next(String key) {
        at = (at + 1) % versions.length;
        if (versions[at] == NOT_ASKED) {
            learn();
        }
        return new Wish(key, "%s/%d/%d".formatted(assessment, indicator(), versions[at] + 1), "");
    }

    @Override
    Reply send(Wish wish) {
        return caller.put(
                path(),
                Map.of("level", 1 + versions[at] % 5, "fact", wish.key(), "analysis", "Uji ketahanan."),
                Map.of("If-Match", "\"" + versions[at] + "\""));
    }

    @Override
    boolean showsEffect(Wish wish, Reply refusal) {
        return refusal.status() == 412
                && refusal.body().path("current").path("fact").asString("").equals(wish.key());
    }

    @Override
    void after(Wish wish, Outcome outcome, Reply last) {
        if (outcome == Outcome.OK) {
            versions[at]++;
        } else {
            learn();
        }
    }

    private void learn() {
        var now = caller.get(path());
        versions[at] = now.outcome() == Outcome.OK ? now.body().path("version").asInt() : Math.max(versions[at], 0);
    }

    private int indicator() {
        return first + at;
    }

    private String path() {
        return "/api/v1/spbe/assessments/%s/indicators/%d".formatted(assessment, indicator());
    }
}
