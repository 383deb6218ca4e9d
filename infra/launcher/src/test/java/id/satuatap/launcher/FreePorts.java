package id.satuatap.launcher;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that nobody listens at, below those the system gives to outgoing connections. */
final class FreePorts {

    private FreePorts() {}

    /** The first of as many free ports as one copy of Satu Atap needs. */
    static int base() {
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
