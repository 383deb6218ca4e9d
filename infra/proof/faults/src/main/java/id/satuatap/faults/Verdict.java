package id.satuatap.faults;

import id.satuatap.faults.Reply.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What the checker found. */
public final class Verdict {

    private static final int SHOWN = 5;

    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<String> faults = new ArrayList<>();
    private int lost;
    private int doubled;
    private int unknownButThere;

    void count(Write write, boolean isThere) {
        counts.merge(write.outcome(), 1, Integer::sum);
        if (isThere && write.outcome() == Outcome.UNKNOWN) {
            unknownButThere++;
        }
    }

    void lost(Write write, String why) {
        lost++;
        faults.add("lost (%s): %s".formatted(why, write));
    }

    void doubled(Write write) {
        doubled++;
        faults.add("doubled: " + write);
    }

    void fault(String fault) {
        faults.add(fault);
    }

    public boolean isGood() {
        return faults.isEmpty();
    }

    int acknowledged() {
        return count(Outcome.OK);
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    @Override
    public String toString() {
        var text = "%,d acknowledged, %,d refused, %,d unknown (%,d of them there); %d lost, %d doubled"
                .formatted(
                        acknowledged(), count(Outcome.REFUSED), count(Outcome.UNKNOWN), unknownButThere, lost, doubled);
        return isGood() ? text : text + "; " + String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size())));
    }
}
