package id.satuatap.servlet.core;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.service.invoker.HttpExchangeAdapter;
import org.springframework.web.service.invoker.HttpExchangeAdapterDecorator;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Nobody answers: that is {@link CoreAway}, whatever the client was doing. */
final class Unreachable extends HttpExchangeAdapterDecorator {

    Unreachable(HttpExchangeAdapter adapter) {
        super(adapter);
    }

    @Override
    public void exchange(HttpRequestValues values) {
        named(() -> {
            super.exchange(values);
            return null;
        });
    }

    @Override
    public <T> @Nullable T exchangeForBody(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return named(() -> super.exchangeForBody(values, type));
    }

    @Override
    public ResponseEntity<Void> exchangeForBodilessEntity(HttpRequestValues values) {
        return Objects.requireNonNull(named(() -> super.exchangeForBodilessEntity(values)));
    }

    @Override
    public <T> ResponseEntity<T> exchangeForEntity(HttpRequestValues values, ParameterizedTypeReference<T> type) {
        return Objects.requireNonNull(named(() -> super.exchangeForEntity(values, type)));
    }

    private static <T> @Nullable T named(Supplier<@Nullable T> call) {
        try {
            return call.get();
        } catch (ResourceAccessException unreachable) {
            throw new CoreAway("core", null, unreachable);
        }
    }
}
