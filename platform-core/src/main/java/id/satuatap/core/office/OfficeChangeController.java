package id.satuatap.core.office;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes of offices, for those who may. */
@RestController
@RequestMapping("/api/v1/offices/{office}")
class OfficeChangeController {

    /** The office that it becomes part of; none makes it stand by itself. */
    @Schema(example = "{}")
    record MoveOffice(@Nullable UUID parent) {}

    @Schema(example = """
            {"successors": ["00000000-0000-7000-8000-000000000001"], "since": "2027-01-04", "decree": "Perda 5/2026"}""")
    record SucceedOffice(
            @NotEmpty @Size(max = 10) List<@NotNull UUID> successors,
            @NotNull LocalDate since,
            @Size(max = 200) @Nullable String decree) {}

    private final Offices offices;
    private final Successions successions;

    OfficeChangeController(Offices offices, Successions successions) {
        this.offices = offices;
        this.successions = successions;
    }

    /** An office, with the version that changing it asks for. */
    @Requires(OfficePermissions.READ)
    @GetMapping
    Mono<ResponseEntity<OfficeController.OfficeView>> office(@PathVariable UUID office) {
        return offices.get(office).map(OfficeChangeController::tagged);
    }

    /** Makes an office part of another one. */
    @Requires(OfficePermissions.MANAGE)
    @PutMapping("/parent")
    Mono<ResponseEntity<OfficeController.OfficeView>> move(
            @PathVariable UUID office,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveOffice request) {
        return offices.move(office, request.parent(), Versions.seen(ifMatch)).map(OfficeChangeController::tagged);
    }

    /** Ends an office the day before others go on with its work: a merger, a split, another name. Nothing that belongs to it moves. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/succession")
    Mono<ResponseEntity<OfficeController.OfficeView>> succeed(
            @PathVariable UUID office,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SucceedOffice request) {
        var succession = new Successions.Succession(request.successors(), request.since(), request.decree());
        return successions.succeed(office, succession, Versions.seen(ifMatch)).map(OfficeChangeController::tagged);
    }

    private static ResponseEntity<OfficeController.OfficeView> tagged(Office office) {
        return ResponseEntity.ok().eTag(Versions.etag(office.version())).body(OfficeController.view(office));
    }
}
