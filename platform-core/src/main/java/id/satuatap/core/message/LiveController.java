package id.satuatap.core.message;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.PublicOperation;
import id.satuatap.core.access.SignedIn;
import id.satuatap.core.database.TenantId;
import id.satuatap.core.outbox.Broadcast;
import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.outbox.LiveEvents;
import id.satuatap.core.shared.Audience;
import id.satuatap.core.shared.NotFound;
import id.satuatap.core.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells open screens that something changed: by which name they know it, and which id. They then ask for it, by their own right. */
@RestController
@RequestMapping("/api/v1/events")
class LiveController {

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /** As long as a token lives: so that a suspended tenant, too, falls silent within the minute. */
    private static final Duration PUBLIC_STREAM = Duration.ofSeconds(60);

    record Changed(UUID id) {}

    private final LiveEvents events;
    private final AnonymousStreams anonymous;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    LiveController(LiveEvents events, AnonymousStreams anonymous) {
        this.events = events;
        this.anonymous = anonymous;
    }

    /** Ends when the token does, so that a right that ended is not outlived; the screen comes back with a new one. */
    @SignedIn
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changed>> listen(@AuthenticationPrincipal Jwt token) {
        var left = Duration.between(Instant.now(), Objects.requireNonNull(token.getExpiresAt()));
        return Actor.current().flatMapMany(actor -> stream(tenant(actor), actor::belongsTo, left));
    }

    /** What is told to everybody about one topic; for a minute at a time. */
    @PublicOperation
    @GetMapping(path = "/public", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changed>> listenToTopic(@RequestParam String topic) {
        var wanted = Audience.everybody(topic);
        return Actor.current()
                .map(LiveController::tenant)
                .flatMapMany(tenant -> anonymous.oneMore(tenant, stream(tenant, wanted::equals, PUBLIC_STREAM)));
    }

    /** Open streams end first, else they would hold up a restart. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }

    private Flux<ServerSentEvent<Changed>> stream(TenantId tenant, Predicate<Audience> hears, Duration time) {
        var told = events.of(tenant)
                .mapNotNull(event -> Optional.ofNullable(event.broadcast())
                        .filter(broadcast -> hears.test(broadcast.audience()))
                        .map(broadcast -> told(event, broadcast))
                        .orElse(null));
        return Flux.merge(told, Flux.interval(Duration.ZERO, HEARTBEAT).map(beat -> alive()))
                .takeUntilOther(Mono.delay(time))
                .takeUntilOther(closing.asMono());
    }

    private static TenantId tenant(Actor actor) {
        return Optional.ofNullable(actor.tenant())
                .map(Tenant::tenantId)
                .orElseThrow(() -> new NotFound("tenant.unknown"));
    }

    private static ServerSentEvent<Changed> told(KeptEvent event, Broadcast broadcast) {
        return ServerSentEvent.<Changed>builder()
                .id(event.id().toString())
                .event(broadcast.name())
                .data(new Changed(event.subject()))
                .build();
    }

    private static ServerSentEvent<Changed> alive() {
        return ServerSentEvent.<Changed>builder().comment("").build();
    }
}
