package id.satuatap.bench.edge;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions that refresh as fast as they are answered. A refresh token is good for one use, so each session goes on with
 * the newest it was given, which the usual load generators cannot do; that the token is another one each time is checked.
 */
final class Refreshes {

    private final List<Session> sessions;

    private Refreshes(List<Session> sessions) {
        this.sessions = sessions;
    }

    /** Each session has signed in by itself. */
    static Refreshes of(TokenServer server, int sessions) {
        return new Refreshes(IntStream.range(0, sessions)
                .mapToObj(number -> new Session(server, SignIn.refreshToken(server)))
                .toList());
    }

    /** One refresh after the other in each session, for so long. */
    Load.Closed run(int seconds) {
        var since = System.nanoTime();
        var end = since + TimeUnit.SECONDS.toNanos(seconds);
        var nanos = together(sessions.stream()
                        .<Callable<long[]>>map(session -> () -> session.until(end))
                        .toList())
                .sorted()
                .toArray();
        return new Load.Closed(
                nanos.length * 1e9 / (System.nanoTime() - since),
                new Load.Latencies(nanos[nanos.length / 2] / 1e6, nanos[(int) (nanos.length * 0.99)] / 1e6));
    }

    private static LongStream together(List<Callable<long[]>> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = LongStream.builder();
            for (var done : threads.invokeAll(work)) {
                LongStream.of(done.get()).forEach(all);
            }
            return all.build();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Session {

        private final TokenServer server;
        private String newest;

        private Session(TokenServer server, String first) {
            this.server = server;
            this.newest = first;
        }

        /** How long each answer took, in nanoseconds. */
        private long[] until(long end) {
            var taken = LongStream.builder();
            do {
                var since = System.nanoTime();
                refresh();
                taken.add(System.nanoTime() - since);
            } while (System.nanoTime() < end);
            return taken.build().toArray();
        }

        private void refresh() {
            var answer = Http.send(server.asking(Map.of("grant_type", "refresh_token", "refresh_token", newest)));
            var next = answer.statusCode() == 200
                    ? JsonMapper.shared()
                            .readTree(answer.body())
                            .path("refresh_token")
                            .asString("")
                    : "";
            if (next.isEmpty() || next.equals(newest)) {
                throw new IllegalStateException(
                        "Not refreshed by a new token: %d %s".formatted(answer.statusCode(), answer.body()));
            }
            newest = next;
        }
    }
}
