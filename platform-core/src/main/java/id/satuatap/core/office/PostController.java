package id.satuatap.core.office;

import id.satuatap.core.access.Requires;
import id.satuatap.core.shared.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Posts of an office, for those who may know and make them. */
@RestController
@RequestMapping("/api/v1/offices/{office}/posts")
class PostController {

    @Schema(example = """
            {"name": "Kepala Dinas", "head": true, "validFrom": "2026-01-02"}""")
    record MakePost(
            @NotBlank @Size(max = 200) String name,
            boolean head,
            @NotNull LocalDate validFrom) {}

    record PostView(
            UUID id,
            String name,
            boolean head,
            LocalDate validFrom,
            List<AppointmentController.AppointmentView> appointments) {

        static PostView of(HeldPost held) {
            var post = held.post();
            return new PostView(
                    post.id(),
                    post.name(),
                    post.head(),
                    post.validFrom(),
                    held.holders().stream()
                            .map(AppointmentController.AppointmentView::of)
                            .toList());
        }
    }

    private final Posts posts;

    PostController(Posts posts) {
        this.posts = posts;
    }

    /** The posts of an office, with those who hold or will hold them. */
    @Requires(OfficePermissions.READ)
    @GetMapping
    Mono<Page<PostView>> list(@PathVariable UUID office) {
        return posts.of(office)
                .map(held -> Page.whole(held.stream().map(PostView::of).toList()));
    }

    @Requires(OfficePermissions.MANAGE)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<PostView> make(
            @PathVariable UUID office,
            @Valid @RequestBody MakePost request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        return posts.make(office, new Posts.NewPost(request.name(), request.head(), request.validFrom()), key)
                .map(post -> PostView.of(new HeldPost(post, List.of())));
    }
}
