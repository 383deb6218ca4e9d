package id.satuatap.core.outbox;

import id.satuatap.core.database.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A listener that does what a test says, and remembers the subjects of what it was told. */
final class ScriptedListener implements OutboxListener {

    final List<UUID> told = new CopyOnWriteArrayList<>();
    volatile Function<KeptEvent, Mono<Void>> script;

    private final String name;
    private final String type;
    private final boolean history;

    ScriptedListener(String name, String type, boolean history, Function<KeptEvent, Mono<Void>> script) {
        this.name = name;
        this.type = type;
        this.history = history;
        this.script = script;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean wants(String wanted) {
        return wanted.equals(type);
    }

    @Override
    public Patience patience() {
        return new Patience(Duration.ofSeconds(5), Duration.ofMillis(1), 3);
    }

    @Override
    public boolean wantsHistory() {
        return history;
    }

    @Override
    public Mono<Void> on(TenantId tenant, KeptEvent event) {
        told.add(event.subject());
        return script.apply(event);
    }
}
