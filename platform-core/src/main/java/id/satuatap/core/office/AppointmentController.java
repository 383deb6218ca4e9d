package id.satuatap.core.office;

import id.satuatap.core.access.Appointment;
import id.satuatap.core.access.Appointments;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who holds a post, for those who may know and appoint. */
@RestController
@RequestMapping("/api/v1")
class AppointmentController {

    /** A name is written with titles, as on paper; an NIP has 18 digits; the person is whose account it is, where there is one. */
    @Schema(example = """
            {"name": "Siti Contoh, S.Sos., M.Si.", "nip": "199001012015032001", "rank": "Pembina Tingkat I (IV/b)",
             "acting": "Plt.", "decree": "SK Bupati 821/12/2026", "validFrom": "2026-01-02"}""")
    record Appoint(
            @NotBlank @Size(max = 200) String name,
            @Pattern(regexp = "[0-9]{18}") @Nullable String nip,
            @Size(max = 100) @Nullable String rank,
            @Nullable UUID person,

            @Pattern(regexp = "Plt\\.|Plh\\.|Pj\\.") @Nullable
            String acting,

            @Size(max = 200) @Nullable String decree,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record AppointmentView(
            UUID id,
            String name,
            @Nullable String acting,
            @Nullable String decree,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int version) {

        static AppointmentView of(Appointment one) {
            return new AppointmentView(
                    one.id(), one.name(), one.acting(), one.decree(), one.validFrom(), one.validTo(), one.version());
        }
    }

    private final Posts posts;

    AppointmentController(Posts posts) {
        this.posts = posts;
    }

    /** An appointment, with the version that ending it asks for. */
    @Requires(OfficePermissions.READ)
    @GetMapping("/appointments/{appointment}")
    Mono<ResponseEntity<AppointmentView>> appointment(@PathVariable UUID appointment) {
        return posts.appointment(appointment)
                .map(one ->
                        ResponseEntity.ok().eTag(Versions.etag(one.version())).body(AppointmentView.of(one)));
    }

    /** Appoints somebody to a post. One holds it at a time, and one at most acts for that one. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/posts/{post}/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AppointmentView> appoint(
            @PathVariable UUID post,
            @Valid @RequestBody Appoint request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var official = new Appointments.Official(request.name(), request.nip(), request.rank(), request.person());
        var appoint =
                new Posts.Appoint(official, request.acting(), request.decree(), request.validFrom(), request.validTo());
        return posts.appoint(post, appoint, key).map(AppointmentView::of);
    }

    /** Ends an appointment today. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/appointments/{appointment}/end")
    Mono<AppointmentView> end(
            @PathVariable UUID appointment,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return posts.end(appointment, Versions.seen(ifMatch)).map(AppointmentView::of);
    }
}
