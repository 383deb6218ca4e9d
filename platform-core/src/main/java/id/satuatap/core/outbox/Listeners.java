package id.satuatap.core.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** All listeners of this release, found when every bean is made: they append events themselves. */
@Component
class Listeners implements SmartInitializingSingleton {

    private final ObjectProvider<OutboxListener> beans;
    private final Map<String, List<String>> namesByType = new ConcurrentHashMap<>();
    private List<OutboxListener> all = List.of();

    Listeners(ObjectProvider<OutboxListener> beans) {
        this.beans = beans;
    }

    @Override
    public void afterSingletonsInstantiated() {
        all = beans.orderedStream().toList();
        if (names().stream().distinct().count() < all.size()) {
            throw new IllegalStateException("two listeners of one name: " + names());
        }
    }

    List<OutboxListener> all() {
        return all;
    }

    List<String> names() {
        return all.stream().map(OutboxListener::name).toList();
    }

    /** Who is to hear of events of this type. */
    List<String> waitingFor(String type) {
        return namesByType.computeIfAbsent(
                type,
                wanted -> all.stream()
                        .filter(listener -> listener.wants(wanted))
                        .map(OutboxListener::name)
                        .toList());
    }
}
