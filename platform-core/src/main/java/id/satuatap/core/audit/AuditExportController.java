package id.satuatap.core.audit;

import id.satuatap.core.access.Actor;
import id.satuatap.core.access.Requires;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/audit/export")
class AuditExportController {

    private static final String EXAMPLE = """
            position,at,kind,action,person,roles,object,subject,detail
            42,2026-03-02T02:15:00.123Z,CHANGE,access.invited,019ad5b2-7c1e-7a53-9d8b-2f4c6e8a0b1d,tenant-admin,invitation,\
            019ad5b3-0a4f-7d21-8c3e-5b7f9a1c3d5e,"{""role"": ""planner""}"
            """;

    private final AuditExport export;

    AuditExportController(AuditExport export) {
        this.export = export;
    }

    /** The trail, whole, as a table for other programs: ids, codes and facts as they are kept, moments in UTC; no names. */
    @Requires(AuditPermissions.READ)
    @GetMapping(produces = "text/csv")
    @ApiResponse(
            responseCode = "200",
            description = "A line for each entry, the newest first",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples = @ExampleObject(EXAMPLE)))
    Mono<ResponseEntity<Flux<String>>> export(
            @RequestParam(required = false) Entry.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String word) {
        return AuditFilter.of(kind, from, to, person, word)
                .zipWith(
                        Actor.current(),
                        (filter, actor) -> ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(actor))
                                .body(export.of(filter)));
    }

    private static String attachment(Actor reader) {
        var tenant = reader.tenantOrFail();
        return ContentDisposition.attachment()
                .filename("jejak-audit-%s-%s.csv".formatted(tenant.slug(), tenant.today()))
                .build()
                .toString();
    }
}
