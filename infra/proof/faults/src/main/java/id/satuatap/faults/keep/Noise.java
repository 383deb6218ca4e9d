package id.satuatap.faults.keep;

import java.util.Random;

/** Content that no disk can compress. */
final class Noise {

    private static final Random RANDOM = new Random(7);

    private Noise() {}

    static byte[] bytes(int size) {
        var content = new byte[size];
        RANDOM.nextBytes(content);
        return content;
    }
}
