package id.satuatap.bench.edge;

import id.satuatap.bench.Load;
import id.satuatap.bench.Samples;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Sessions that refresh as fast as they are answered. A refresh token is good for one use, so each session goes on with
 * the newest it was given, which the usual load generators cannot do; that the token is another one each time is checked.
 */
final class Refreshes {

    private final TokenServer server;
    private final List<String[]> sessions; // each with its newest token

    private Refreshes(TokenServer server, List<String[]> sessions) {
        this.server = server;
        this.sessions = sessions;
    }

    /** Each session has signed in by itself. */
    static Refreshes of(TokenServer server, int sessions) {
        return new Refreshes(
                server,
                Stream.generate(() -> new String[] {server.signIn()})
                        .limit(sessions)
                        .toList());
    }

    /** One refresh after the other in each session, for so long. */
    Load run(Duration time) {
        var millis = new ConcurrentLinkedQueue<Double>();
        var since = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = sessions.stream()
                    .map(session -> threads.submit(() -> refresh(session, since + time.toNanos(), millis)))
                    .toList();
            for (var session : running) {
                session.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        var perSecond = millis.size() * 1e9 / (System.nanoTime() - since);
        var seen = Samples.of(millis.stream().mapToDouble(Double::doubleValue));
        return new Load(millis.size(), 0, perSecond, seen.median(), seen.percentile(99));
    }

    private void refresh(String[] session, long end, ConcurrentLinkedQueue<Double> millis) {
        do {
            var since = System.nanoTime();
            session[0] = server.refresh(session[0]);
            millis.add((System.nanoTime() - since) / 1e6);
        } while (System.nanoTime() < end);
    }
}
