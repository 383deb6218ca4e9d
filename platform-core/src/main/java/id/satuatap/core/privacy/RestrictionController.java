package id.satuatap.core.privacy;

import id.satuatap.core.access.Requires;
import id.satuatap.core.access.Standings;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Somebody's right to have the processing of their data delayed or limited. */
@RestController
@RequestMapping("/api/v1/privacy/persons")
class RestrictionController {

    @Schema(example = """
            {"reason": "Permintaan pembatasan pemrosesan, surat 14/2026"}""")
    record RestrictProcessing(@NotBlank @Size(max = 300) String reason) {}

    private final Restrictions restrictions;
    private final Standings standings;

    RestrictionController(Restrictions restrictions, Standings standings) {
        this.restrictions = restrictions;
        this.standings = standings;
    }

    /** Keeps somebody's data and uses them no longer: name and address are shown only to that one and to who answers for data protection. */
    @Requires(PrivacyPermissions.ERASE)
    @PostMapping("/{person}/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> restrict(@PathVariable UUID person, @Valid @RequestBody RestrictProcessing request) {
        return restrictions.restrict(person, request.reason()).then(Mono.defer(standings::forgetHere));
    }

    /** Lets somebody's data be used as before. */
    @Requires(PrivacyPermissions.ERASE)
    @DeleteMapping("/{person}/restriction")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> lift(@PathVariable UUID person) {
        return restrictions.lift(person).then(Mono.defer(standings::forgetHere));
    }
}
