package id.satuatap.core.message;

import id.satuatap.core.access.Requires;
import id.satuatap.core.outbox.Deliveries;
import id.satuatap.core.outbox.Parked;
import id.satuatap.core.shared.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What could not be told, such as a mail that was refused again and again: why, and once more. */
@RestController
@RequestMapping("/api/v1/outbox/parked")
class ParkedController {

    private final Deliveries deliveries;

    ParkedController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** The events that a listener gave up, oldest first, with the reason of the last failure. */
    @Requires(MessagePermissions.RETRY)
    @GetMapping
    Mono<Page<Parked>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var most = Page.limit(limit);
        return deliveries.parked(after == null ? "" : after, most + 1).map(rows -> Page.of(rows, most, Parked::key));
    }

    /** Has it tried again, from the first attempt on. Kept in the audit trail. */
    @Requires(MessagePermissions.RETRY)
    @PostMapping("/{event}/{listener}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Void> retry(@PathVariable UUID event, @PathVariable String listener) {
        return deliveries.retry(event, listener);
    }
}
