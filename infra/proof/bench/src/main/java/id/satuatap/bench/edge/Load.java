package id.satuatap.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Load on one address: as much as it bears, or as much as is asked for. Every answer but a good one is a fault of the run. */
final class Load {

    private static final Duration MORE = Duration.ofSeconds(60);
    private static final int CONNECTIONS = 64;
    private static final String PATIENCE = "15s";
    private static final int PACED_CONNECTIONS = 16;
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern P99 = Pattern.compile("99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    private Load() {}

    /** Latencies in milliseconds. */
    record Latencies(double median, double p99) {}

    /** What kept connections that never wait get. */
    record Closed(double perSecond, Latencies latencies) {}

    /** Requests per second with 64 kept connections that never wait. */
    static double most(String url, int seconds) {
        return closed(url, CONNECTIONS, seconds, List.of()).perSecond();
    }

    static Closed closed(String url, int connections, int seconds, List<String> more) {
        var words = concat(
                List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout", PATIENCE, "--latency"),
                more.toArray(String[]::new));
        var text = Command.run(MORE.plusSeconds(seconds), concat(words, url).toArray(String[]::new));
        if (text.contains("Non-2xx") || text.contains("Socket errors") || text.contains(" 0 requests in ")) {
            throw new IllegalStateException("Not every answer was good:\n" + text);
        }
        return new Closed(
                Double.parseDouble(found(RATE, text).group(1)),
                new Latencies(millis(found(MEDIAN, text)), millis(found(P99, text))));
    }

    private static MatchResult found(Pattern pattern, String text) {
        return pattern.matcher(text).results().findFirst().orElseThrow(() -> new IllegalStateException(text));
    }

    private static double millis(MatchResult time) {
        var figure = Double.parseDouble(time.group(1));
        return switch (time.group(2)) {
            case "us" -> figure / 1000;
            case "ms" -> figure;
            default -> figure * 1000;
        };
    }

    /** How long answers take while so many requests per second come, whatever has been answered. */
    static Latencies paced(String url, double perSecond, int seconds, List<String> more) {
        var each = Math.max(1, (int) Math.round(perSecond / PACED_CONNECTIONS));
        return latencies(
                url, PACED_CONNECTIONS, each * PACED_CONNECTIONS * seconds, seconds, concat(more, "--rps=" + each));
    }

    /** A handful of requests, only to see that they are answered. */
    static Latencies handful(String url, int requests, List<String> more) {
        return latencies(url, 2, requests, 1, more);
    }

    private static Latencies latencies(String url, int connections, int requests, int seconds, List<String> more) {
        try {
            var log = Files.createTempFile("bench", ".log");
            try {
                var words = concat(
                        List.of("h2load", "--h1", "-t1", "-c" + connections, "-n" + requests, "--log-file=" + log),
                        more.toArray(String[]::new));
                Command.run(MORE.plusSeconds(seconds), concat(words, url).toArray(String[]::new));
                return read(log, requests);
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Latencies read(Path log, int requests) throws IOException {
        var lines =
                Files.readAllLines(log).stream().map(line -> line.split("\t")).toList();
        var bad =
                requests - lines.stream().filter(line -> line[1].equals("200")).count();
        if (bad != 0) {
            throw new IllegalStateException("%d of %d answers were not good".formatted(bad, requests));
        }
        var micros = lines.stream()
                .mapToLong(line -> Long.parseLong(line[2]))
                .sorted()
                .toArray();
        return new Latencies(micros[micros.length / 2] / 1000.0, micros[(int) (micros.length * 0.99)] / 1000.0);
    }

    private static List<String> concat(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }
}
