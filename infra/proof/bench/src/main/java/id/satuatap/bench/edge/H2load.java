package id.satuatap.bench.edge;

import id.satuatap.bench.Samples;
import id.satuatap.stack.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Requests at a steady rate, whatever has been answered, as milliseconds. Every answer but a good one is a fault of the run. */
final class H2load {

    private static final int CONNECTIONS = 16;

    private H2load() {}

    static Samples paced(String url, double perSecond, int seconds) {
        var each = Math.max(1, (int) Math.round(perSecond / CONNECTIONS));
        return run(each * CONNECTIONS * seconds, "-c" + CONNECTIONS, "--rps=" + each, url);
    }

    /** Only to see that they are answered. */
    static Samples handful(String url, int requests) {
        return run(requests, "-c2", url);
    }

    private static Samples run(int requests, String... more) {
        try {
            var log = Files.createTempFile("bench", ".log");
            try {
                var words = List.of("h2load", "--h1", "-t1", "-n" + requests, "--log-file=" + log);
                Command.run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
                var good = Files.readAllLines(log).stream()
                        .map(line -> line.split("\t"))
                        .filter(line -> line[1].equals("200"))
                        .toList();
                if (good.size() < requests) {
                    throw new IllegalStateException("%d of %d answers were good".formatted(good.size(), requests));
                }
                return Samples.of(good.stream().mapToDouble(line -> Long.parseLong(line[2]) / 1e3));
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
