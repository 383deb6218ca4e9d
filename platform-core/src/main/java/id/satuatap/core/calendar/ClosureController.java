package id.satuatap.core.calendar;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Closures as officials see them: with who recorded them, and with those that were withdrawn. */
@RestController
@RequestMapping("/api/v1/calendar/closures")
class ClosureController {

    /**
     * Days on which this government closes its offices; both are closed.
     *
     * @param reason why, as everybody reads it
     */
    @Schema(example = """
            {"from": "2027-12-28", "to": "2027-12-29", "reason": "Contoh: hari jadi kabupaten"}""")
    record CloseOffices(
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotBlank @Size(max = Closure.LONGEST_REASON) String reason) {

        Closure.Days days() {
            return new Closure.Days(from, to, reason);
        }
    }

    /**
     * A closure.
     *
     * @param simulated whether it is invented
     * @param by who recorded it; null for who is forgotten
     */
    record ClosureView(
            UUID id,
            LocalDate from,
            LocalDate to,
            String reason,
            boolean withdrawn,
            boolean simulated,
            @Nullable String by,
            Instant at,
            int version) {

        static ClosureView of(Closures.Named named) {
            var closure = named.closure();
            return new ClosureView(
                    closure.id(),
                    closure.days().from(),
                    closure.days().to(),
                    closure.days().reason(),
                    !closure.inForce(),
                    closure.simulated(),
                    named.by(),
                    closure.createdAt(),
                    closure.version());
        }
    }

    private final Closures closures;
    private final Calendars calendars;

    ClosureController(Closures closures, Calendars calendars) {
        this.closures = closures;
        this.calendars = calendars;
    }

    /** The closures that have a day in a year, or all: the newest first, with those that were withdrawn. */
    @Requires(CalendarPermissions.READ)
    @GetMapping
    Mono<Page<ClosureView>> list(
            @Parameter(example = "2026") @RequestParam(required = false) @Nullable Integer year,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return closures.list(after, year, Page.limit(limit))
                .map(page ->
                        new Page<>(page.items().stream().map(ClosureView::of).toList(), page.next()));
    }

    /** Closes the offices on these days: every deadline that counts working days moves from now on. */
    @Requires(CalendarPermissions.MANAGE)
    @PostMapping
    Mono<ResponseEntity<ClosureView>> add(
            @Valid @RequestBody CloseOffices request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return closures.add(request.days(), key)
                .delayUntil(added -> calendars.forgetHere())
                .map(ClosureView::of)
                .map(view -> ResponseEntity.created(URI.create("/api/v1/calendar/closures/" + view.id()))
                        .eTag(Versions.etag(view.version()))
                        .body(view));
    }

    /** One closure, with the version that withdrawing it asks for. */
    @Requires(CalendarPermissions.READ)
    @GetMapping("/{closure}")
    Mono<ResponseEntity<ClosureView>> get(@PathVariable UUID closure) {
        return tagged(closures.get(closure));
    }

    /** Withdraws it: its days are worked again, and it stays in the list. */
    @Requires(CalendarPermissions.MANAGE)
    @PostMapping("/{closure}/withdrawal")
    Mono<ResponseEntity<ClosureView>> withdraw(
            @PathVariable UUID closure,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return tagged(
                closures.withdraw(closure, Versions.seen(ifMatch)).delayUntil(withdrawn -> calendars.forgetHere()));
    }

    private static Mono<ResponseEntity<ClosureView>> tagged(Mono<Closures.Named> closure) {
        return closure.map(ClosureView::of)
                .map(view ->
                        ResponseEntity.ok().eTag(Versions.etag(view.version())).body(view));
    }
}
