package id.satuatap.isolation.operation;

import id.satuatap.isolation.Caller;
import id.satuatap.isolation.Cases;
import id.satuatap.isolation.Check;
import id.satuatap.isolation.Fixture;
import id.satuatap.isolation.Seen;
import id.satuatap.stack.Answer;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The same cases over all operations that they concern; of each, a sound request of somebody who may is the allowed twin. */
abstract class Loop {

    final Cases cases;
    final Fixture fixture;
    final Operation operation;
    final Sound sound;
    final Caller able;
    private @Nullable Answer twin;

    Loop(Cases cases, Operation operation) {
        this.cases = cases;
        this.fixture = cases.fixture();
        this.operation = operation;
        this.sound = new Sound(fixture, operation);
        this.able = sound.able();
    }

    static void over(Cases cases, Predicate<Operation> concerned, BiFunction<Cases, Operation, Loop> loop) {
        Description.of(cases.fixture().stack()).operations().stream()
                .filter(concerned)
                .forEach(operation -> loop.apply(cases, operation).run());
    }

    abstract void run();

    /** The same one through the gateway. */
    Caller gateway() {
        return fixture.client().as(able.principal()).at(able.tenant());
    }

    void check(String id, String what, Callable<Answer> attack, Check check) {
        cases.check(id, operation.key() + what, this::twin, attack, check);
    }

    void trial(String id, String what, Callable<Seen> attack) {
        cases.trial(id, operation.key() + what, () -> Seen.ok(twin()), attack);
    }

    /** Sent once for all cases of the operation. */
    private Answer twin() {
        if (twin == null) {
            twin = sound.succeed();
        }
        return twin;
    }
}
