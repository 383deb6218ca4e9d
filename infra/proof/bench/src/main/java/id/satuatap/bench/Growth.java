package id.satuatap.bench;

import id.satuatap.stack.Suite;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The same list, whether a tenant has a hundred rows or a million, and whether there are ten tenants or all. */
final class Growth {

    private static final List<Integer> SIZES = List.of(100, 10_000, 1_000_000);
    private static final int ROUNDS = 3;
    private static final double FLAT = 0.15;
    private static final Duration TIME = Duration.ofSeconds(5);

    private final Field field;

    Growth(Field field) {
        this.field = field;
    }

    /** To be called before all tenants are loaded. */
    void tenants(Suite.Run run, Ahead<?> preparation) {
        if (run.isShort()) {
            return;
        }
        field.load(10, 2_000);
        field.warmCore(10);
        var few = series(10);
        int all = preparation.beside(run, field::tenants);
        perSecond(0, all); // what is new is read once
        tell("10 → %d tenants".formatted(all), List.of(few, series(all)));
    }

    void rows() {
        field.tenants();
        if (field.isShort()) {
            return;
        }
        for (int i = 0; i < SIZES.size(); i++) {
            field.data.grow(i, SIZES.get(i));
        }
        field.warmCore(SIZES.size());
        perSecond(0, SIZES.size()); // what is new is read once
        var measured = IntStream.range(0, SIZES.size())
                .<DoubleSupplier>mapToObj(tenant -> () -> perSecond(tenant, 1))
                .toList();
        tell("10² → 10⁶ rows of a tenant", Samples.alternating(ROUNDS, measured));
        for (int i = 0; i < SIZES.size(); i++) {
            field.data.grow(i, 2_000);
        }
    }

    private Samples series(int tenants) {
        return Samples.of(DoubleStream.generate(() -> perSecond(0, tenants)).limit(ROUNDS));
    }

    private double perSecond(int first, int count) {
        return field.list(field.core(), TIME, first, count);
    }

    /** From the smallest on; that more of them is faster is no growth to complain of. */
    private void tell(String what, List<Samples> seen) {
        var slowest = seen.stream().mapToDouble(Samples::median).min().orElseThrow();
        var fall = 1 - slowest / seen.getFirst().median();
        field.rows("growth")
                .reach(
                        fall <= FLAT,
                        "",
                        "list with %s: at most 15 %% slower".formatted(what),
                        "%.1f %%; %s",
                        100 * fall,
                        seen.stream().map(samples -> samples.text("/s")).collect(Collectors.joining(", ")));
    }
}
