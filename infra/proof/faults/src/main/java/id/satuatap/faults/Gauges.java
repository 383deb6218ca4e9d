package id.satuatap.faults;

import id.satuatap.stack.Part;
import id.satuatap.stack.Stack;
import java.util.Arrays;

/**
 * What core holds at a moment.
 *
 * @param lent connections to the database that are in use
 * @param waiting requests that wait for one
 */
record Gauges(int lent, int idle, int waiting, int threads, long megabytes) {

    private static final int MORE_THREADS = 40;
    private static final int MORE_MEGABYTES = 150;
    private static final long MEGABYTE = 1024 * 1024;

    static Gauges of(Stack stack) {
        var text = stack.send(stack.requestTo(Part.PLATFORM_CORE, "/actuator/prometheus"))
                .body();
        return new Gauges(
                figure(text, "r2dbc_pool_acquired_connections"),
                figure(text, "r2dbc_pool_idle_connections"),
                figure(text, "r2dbc_pool_pending_connections"),
                figure(text, "jvm_threads_live_threads"),
                stack.service(Part.PLATFORM_CORE).residentBytes() / MEGABYTE);
    }

    private static int figure(String text, String name) {
        return (int) Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElse(-1);
    }

    boolean isLittleMoreThan(Gauges before) {
        return threads <= before.threads + MORE_THREADS && megabytes <= before.megabytes + MORE_MEGABYTES;
    }

    @Override
    public String toString() {
        return "%d lent, %d idle, %d waiting, %d threads, %d MB".formatted(lent, idle, waiting, threads, megabytes);
    }
}
