package id.satuatap.admin.session;

import com.vaadin.flow.shared.Registration;
import id.satuatap.admin.shared.CoreAway;
import id.satuatap.admin.shared.SignInNeeded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Core's event stream for one screen: on a virtual thread, in the person's name, with a fresh token each time core
 * closes it. What happened between two streams is not repeated, so a listener looks anew whenever it is connected.
 */
@Component
public class CoreEvents {

    private static final Logger LOG = LoggerFactory.getLogger(CoreEvents.class);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 10_000;

    private final CoreClients clients;

    CoreEvents(CoreClients clients) {
        this.clients = clients;
    }

    /** Listens until the registration is removed or the sign-in is over. */
    public Registration subscribe(Listener listener) {
        var stream = new Stream(UserSession.current(), listener);
        var thread = Thread.ofVirtual().name("core-events").start(stream);
        return () -> {
            stream.close();
            thread.interrupt();
        };
    }

    /** Told on another thread than the screen's. */
    public interface Listener {

        void happened(String kind);

        void connected();

        void disconnected();
    }

    private final class Stream implements Runnable {

        private final UserSession session;
        private final Listener listener;
        private volatile boolean closed;
        private volatile @Nullable InputStream open;

        Stream(UserSession session, Listener listener) {
            this.session = session;
            this.listener = listener;
        }

        @Override
        public void run() {
            var pause = FIRST_PAUSE;
            try {
                while (!closed) {
                    pause = listened() ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
                    if (pause > FIRST_PAUSE && !closed) {
                        listener.disconnected();
                        Thread.sleep(pause);
                    }
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            } catch (SignInNeeded over) {
                listener.disconnected();
            }
        }

        /** True if a stream was open until core or time closed it: then the next one may follow at once. */
        private boolean listened() throws InterruptedException {
            try {
                var response = clients.http().send(clients.events(session).build(), BodyHandlers.ofInputStream());
                try (var body = response.body()) {
                    if (response.statusCode() != 200) {
                        return false;
                    }
                    open = body;
                    readAtMost(LONGEST, body);
                    return true;
                } finally {
                    open = null;
                }
            } catch (IOException | UncheckedIOException | CoreAway broken) {
                LOG.debug("event stream broke off", broken);
                return false;
            }
        }

        /** The timer goes with the stream: left alone, it would keep the stream's buffers until its time. */
        private void readAtMost(Duration longest, InputStream body) throws IOException {
            var end = new CompletableFuture<Boolean>();
            var _ = end.orTimeout(longest.toSeconds(), TimeUnit.SECONDS).exceptionallyAsync(tooLong -> {
                closeQuietly(body);
                return false;
            });
            try {
                listener.connected();
                read(body);
            } finally {
                end.complete(true);
            }
        }

        private void read(InputStream body) throws IOException {
            String line;
            while (!closed && (line = nextLine(body)) != null) {
                if (line.startsWith("event:")) {
                    listener.happened(line.substring("event:".length()).strip());
                }
            }
        }

        void close() {
            closed = true;
            closeQuietly(open);
        }
    }

    /** Null at the end. Byte by byte: little is said here, and a reader would keep 24 kB of buffers for each screen. */
    private static @Nullable String nextLine(InputStream body) throws IOException {
        var line = new ByteArrayOutputStream();
        int next;
        while ((next = body.read()) >= 0 && next != '\n') {
            line.write(next);
        }
        return next < 0 && line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8);
    }

    private static void closeQuietly(@Nullable InputStream stream) {
        try {
            if (stream != null) {
                stream.close();
            }
        } catch (IOException alreadyGone) {
            LOG.debug("closing an event stream", alreadyGone);
        }
    }
}
