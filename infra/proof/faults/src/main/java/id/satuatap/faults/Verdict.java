package id.satuatap.faults;

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

    void count(Write write) {
        counts.merge(write.outcome(), 1, Integer::sum);
    }

    void found(Write write) {
        if (write.outcome() == Outcome.UNKNOWN) {
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

    public int acknowledged() {
        return counts.getOrDefault(Outcome.OK, 0);
    }

    public int lost() {
        return lost;
    }

    public int doubled() {
        return doubled;
    }

    @Override
    public String toString() {
        var text = "%,d acknowledged, %,d refused, %,d unknown (%,d of them there); %d lost, %d doubled"
                .formatted(
                        acknowledged(),
                        counts.getOrDefault(Outcome.REFUSED, 0),
                        counts.getOrDefault(Outcome.UNKNOWN, 0),
                        unknownButThere,
                        lost,
                        doubled);
        return isGood() ? text : text + "; " + String.join("; ", faults.subList(0, Math.min(SHOWN, faults.size())));
    }
}
