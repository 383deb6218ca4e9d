package id.satuatap.bench;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The index of 47 levels. Core's classes are found on the class path at run time: modules don't depend on each other's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScoreBenchmark {

    private static final String PACKAGE = "id.satuatap.core.spbe.";
    private static final int YEAR = 2024;

    private final Map<Integer, BigDecimal> levels = new HashMap<>();
    private MethodHandle score = MethodHandles.identity(Object.class);

    @Setup
    public void prepare() throws Throwable {
        var instruments = Class.forName(PACKAGE + "Instruments");
        var instrument = Class.forName(PACKAGE + "Instrument");
        var lookup = MethodHandles.publicLookup();
        var all = instruments.getConstructor().newInstance();
        var one = instruments.getMethod("get", String.class).invoke(all, "permenpanrb-59-2020");
        score = lookup.findVirtual(
                        instrument,
                        "score",
                        MethodType.methodType(Class.forName(PACKAGE + "Score"), int.class, Map.class))
                .bindTo(one)
                .asType(MethodType.methodType(Object.class, int.class, Map.class));
        for (int indicator = 1; indicator <= 47; indicator++) {
            levels.put(indicator, BigDecimal.valueOf(1 + indicator % 5));
        }
    }

    @Benchmark
    public Object score() throws Throwable {
        return score.invokeExact(YEAR, levels);
    }
}
