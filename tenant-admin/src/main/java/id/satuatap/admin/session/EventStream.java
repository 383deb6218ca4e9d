package id.satuatap.admin.session;

import id.satuatap.servlet.core.CoreAway;
import id.satuatap.servlet.core.CoreClients;
import id.satuatap.servlet.session.SignInNeeded;
import id.satuatap.servlet.session.UserSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Core's event stream for one session: on a virtual thread, in the person's name, with a fresh token each time core closes it. Its screens
 * come and go; with the last of them it ends.
 */
final class EventStream {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long FIRST_ANSWER_SECONDS = 1;
    private static final long FIRST_PAUSE = 500;
    private static final long LONGEST_PAUSE = 10_000;

    private final CoreClients clients;
    private final UserSession session;
    private final Consumer<EventStream> over;
    private final List<Screen> screens = new CopyOnWriteArrayList<>();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private final Thread thread;
    private boolean hearing;
    private volatile boolean closed;
    private volatile @Nullable InputStream open;

    /** @param over told when the sign-in is over, and with it this stream */
    EventStream(CoreClients clients, UserSession session, Consumer<EventStream> over) {
        this.clients = clients;
        this.session = session;
        this.over = over;
        this.thread = Thread.ofVirtual().name("core-events").start(this::run);
    }

    synchronized void add(Screen screen) {
        screens.add(screen);
        if (hearing) {
            screen.connected();
        }
    }

    /** True if it was the last, and the stream is closed. */
    boolean remove(Screen screen) {
        screen.leave();
        screens.remove(screen);
        if (!screens.isEmpty()) {
            return false;
        }
        closed = true;
        closeQuietly(open);
        thread.interrupt();
        return true;
    }

    void awaitFirstAnswer() {
        try {
            var _ = firstAnswer.await(FIRST_ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE;
        try {
            while (!closed) {
                pause = listened() ? FIRST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE);
                if (pause > FIRST_PAUSE && !closed) {
                    tell(false);
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (SignInNeeded ended) {
            over.accept(this);
            tell(false);
        }
    }

    private synchronized void tell(boolean nowHearing) {
        hearing = nowHearing;
        screens.forEach(nowHearing ? Screen::connected : Screen::disconnected);
        firstAnswer.countDown();
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
            tell(true);
            read(body);
        } finally {
            end.complete(true);
        }
    }

    private void read(InputStream body) throws IOException {
        var id = "";
        String line;
        while (!closed && (line = nextLine(body)) != null) {
            if (line.startsWith("id:")) {
                id = line.substring("id:".length()).strip();
            } else if (line.startsWith("event:")) {
                var name = line.substring("event:".length()).strip();
                for (var screen : screens) {
                    screen.happened(name, id);
                }
            }
        }
    }

    /** Null at the end. Byte by byte: little is said here, and a reader would keep 24 kB of buffers for each session. */
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
