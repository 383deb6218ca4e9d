package id.satuatap.core.message;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.SignedIn;
import id.satuatap.core.outbox.KeptEvent;
import id.satuatap.core.outbox.LiveEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Tells open screens that something changed: what kind, and which id. They then ask for it, by their own right. */
@RestController
@RequestMapping("/api/v1/events")
class LiveController {

    /** Stored types that screens wait for, and the names by which they know them. */
    private static final Map<String, String> NAMES = Map.of(
            "spbe.answer-saved", "spbe.answer",
            "spbe.assessment-shared", "spbe.assessment",
            "spbe.assessment-started", "spbe.assessment",
            "spbe.shared-received", "spbe.shared");

    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    record Changed(UUID id) {}

    private final LiveEvents events;
    private final Sinks.Empty<Void> closing = Sinks.empty();

    LiveController(LiveEvents events) {
        this.events = events;
    }

    /** Ends when the token does, so that a right that ended is not outlived; the screen comes back with a new one. */
    @SignedIn
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<Changed>> listen(@AuthenticationPrincipal Jwt token) {
        var left = Duration.between(Instant.now(), Objects.requireNonNull(token.getExpiresAt()));
        return Actor.current()
                .flatMapMany(actor -> Flux.merge(
                        events.of(actor.tenantOrFail().tenantId())
                                .filter(event -> NAMES.containsKey(event.type()))
                                .map(LiveController::told),
                        Flux.interval(Duration.ZERO, HEARTBEAT).map(beat -> alive())))
                .takeUntilOther(Mono.delay(left))
                .takeUntilOther(closing.asMono());
    }

    /** Open streams end first, else they would hold up a restart. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing.tryEmitEmpty();
    }

    private static ServerSentEvent<Changed> told(KeptEvent event) {
        return ServerSentEvent.<Changed>builder()
                .id(event.id().toString())
                .event(NAMES.getOrDefault(event.type(), event.type()))
                .data(new Changed(event.subject()))
                .build();
    }

    private static ServerSentEvent<Changed> alive() {
        return ServerSentEvent.<Changed>builder().comment("").build();
    }
}
