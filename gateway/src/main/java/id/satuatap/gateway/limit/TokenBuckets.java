package id.satuatap.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Token buckets in the memory of this gateway. Two gateways let twice as much through; with several, this class is the one to put on Redis (Bucket4j's asynchronous
 * proxies), nothing else knows where the tokens lie.
 */
@Component
class TokenBuckets {

    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private final Cache<Key, Bucket> buckets;

    TokenBuckets(Limits limits) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(limits.remembered())
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build();
    }

    record Key(String tenant, String client, String kind) {}

    ConsumptionProbe take(Key key, Limits.Rate rate) {
        return buckets.get(key, unseen -> full(rate)).tryConsumeAndReturnRemaining(1);
    }

    private static Bucket full(Limits.Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
