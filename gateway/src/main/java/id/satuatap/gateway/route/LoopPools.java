package id.satuatap.gateway.route;

import io.netty.resolver.AddressResolverGroup;
import java.net.SocketAddress;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.transport.TransportConfig;

/**
 * A pool of connections for each event loop. A new connection lives on the loop that asked for it, so that a request and its answer never wait for
 * another thread to wake up.
 */
final class LoopPools implements ConnectionProvider {

    private final Function<String, ConnectionProvider> pools;
    private final ConcurrentHashMap<Thread, ConnectionProvider> byThread = new ConcurrentHashMap<>();

    /** @param pools makes the pool of that name */
    LoopPools(Function<String, ConnectionProvider> pools) {
        this.pools = pools;
    }

    @Override
    public Mono<? extends Connection> acquire(
            TransportConfig config,
            ConnectionObserver observer,
            @Nullable Supplier<? extends SocketAddress> remote,
            @Nullable AddressResolverGroup<?> resolver) {
        return byThread.computeIfAbsent(Thread.currentThread(), thread -> pools.apply(thread.getName()))
                .acquire(config, observer, remote, resolver);
    }

    @Override
    public void disposeWhen(SocketAddress address) {
        byThread.values().forEach(pool -> pool.disposeWhen(address));
    }

    @Override
    public Mono<Void> disposeLater() {
        return Flux.fromIterable(byThread.values())
                .flatMap(ConnectionProvider::disposeLater)
                .then();
    }

    @Override
    public boolean isDisposed() {
        return !byThread.isEmpty() && byThread.values().stream().allMatch(ConnectionProvider::isDisposed);
    }
}
