package id.satuatap.core.office;

import id.satuatap.core.access.Appointment;
import id.satuatap.core.access.Appointments;
import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import id.satuatap.core.shared.Versions;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Changes of offices and posts, for those who may. */
@RestController
@RequestMapping("/api/v1")
class PostController {

    @Schema(example = """
            {"name": "Kepala Dinas", "head": true, "validFrom": "2026-01-02"}""")
    record MakePost(
            @NotBlank @Size(max = 200) String name,
            boolean head,
            @NotNull LocalDate validFrom) {}

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

    /** The office that it becomes part of; none makes it stand by itself. */
    @Schema(example = "{}")
    record MoveOffice(@Nullable UUID parent) {}

    @Schema(example = """
            {"successors": ["00000000-0000-7000-8000-000000000001"], "since": "2027-01-04", "decree": "Perda 5/2026"}""")
    record SucceedOffice(
            @NotEmpty @Size(max = 10) List<@NotNull UUID> successors,
            @NotNull LocalDate since,
            @Size(max = 200) @Nullable String decree) {}

    record PostView(UUID id, String name, boolean head, LocalDate validFrom, List<AppointmentView> appointments) {

        static PostView of(Posts.Held held) {
            var post = held.post();
            return new PostView(
                    post.id(),
                    post.name(),
                    post.head(),
                    post.validFrom(),
                    held.holders().stream().map(AppointmentView::of).toList());
        }
    }

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

    private final Offices offices;
    private final Posts posts;

    PostController(Offices offices, Posts posts) {
        this.offices = offices;
        this.posts = posts;
    }

    /** An office, with the version that changing it asks for. */
    @Requires(OfficePermissions.READ)
    @GetMapping("/offices/{id}")
    Mono<ResponseEntity<OfficeController.OfficeView>> office(@PathVariable UUID id) {
        return offices.get(id).map(PostController::tagged);
    }

    /** An appointment, with the version that ending it asks for. */
    @Requires(OfficePermissions.READ)
    @GetMapping("/appointments/{id}")
    Mono<ResponseEntity<AppointmentView>> appointment(@PathVariable UUID id) {
        return posts.appointment(id)
                .map(one ->
                        ResponseEntity.ok().eTag(Versions.etag(one.version())).body(AppointmentView.of(one)));
    }

    /** The posts of an office, with those who hold or will hold them. */
    @Requires(OfficePermissions.READ)
    @GetMapping("/offices/{id}/posts")
    Mono<Page<PostView>> list(@PathVariable UUID id) {
        return posts.of(id)
                .map(held -> Page.whole(held.stream().map(PostView::of).toList()));
    }

    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/offices/{id}/posts")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PostView> make(
            @PathVariable UUID id,
            @Valid @RequestBody MakePost request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return posts.make(id, new Posts.NewPost(request.name(), request.head(), request.validFrom()), key)
                .map(post -> PostView.of(new Posts.Held(post, List.of())));
    }

    /** Appoints somebody to a post. One holds it at a time, and one at most acts for that one. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/posts/{id}/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<AppointmentView> appoint(
            @PathVariable UUID id,
            @Valid @RequestBody Appoint request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var official = new Appointments.Official(request.name(), request.nip(), request.rank(), request.person());
        var appoint =
                new Posts.Appoint(official, request.acting(), request.decree(), request.validFrom(), request.validTo());
        return posts.appoint(id, appoint, key).map(AppointmentView::of);
    }

    /** Ends an appointment today. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/appointments/{id}/end")
    Mono<AppointmentView> end(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return posts.end(id, Versions.seen(ifMatch)).map(AppointmentView::of);
    }

    /** Makes an office part of another one. */
    @Requires(OfficePermissions.MANAGE)
    @PutMapping("/offices/{id}/parent")
    Mono<ResponseEntity<OfficeController.OfficeView>> move(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody MoveOffice request) {
        return offices.move(id, request.parent(), Versions.seen(ifMatch)).map(PostController::tagged);
    }

    /** Ends an office the day before others go on with its work: a merger, a split, another name. Nothing that belongs to it moves. */
    @Requires(OfficePermissions.MANAGE)
    @PostMapping("/offices/{id}/succession")
    Mono<ResponseEntity<OfficeController.OfficeView>> succeed(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SucceedOffice request) {
        var succession = new Offices.Succession(request.successors(), request.since(), request.decree());
        return offices.succeed(id, succession, Versions.seen(ifMatch)).map(PostController::tagged);
    }

    private static ResponseEntity<OfficeController.OfficeView> tagged(Office office) {
        return ResponseEntity.ok().eTag(Versions.etag(office.version())).body(OfficeController.view(office));
    }
}
