package id.satuatap.launcher;

import id.satuatap.launcher.settings.Part;
import id.satuatap.launcher.stack.Ports;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that nobody listens at, below those the system gives to outgoing connections. */
public final class FreePorts {

    private FreePorts() {}

    /** The first of as many free ports as one copy of Satu Atap needs. */
    public static int base() {
        return ThreadLocalRandom.current()
                .ints(11_000, 19_000)
                .filter(FreePorts::allFree)
                .findFirst()
                .orElseThrow();
    }

    private static boolean allFree(int base) {
        return IntStream.range(base, base + Part.PORTS).noneMatch(Ports::isTaken);
    }
}
