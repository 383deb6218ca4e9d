package id.satuatap.citizen.page;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines may read; a simulated tenant must not turn up among real ones. */
@RestController
class RobotsController {

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots(Frame frame) {
        var simulated = frame.tenant() != null && frame.tenant().simulated();
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(
                        simulated
                                ? "User-agent: *\nDisallow: /\n"
                                : "User-agent: *\nDisallow: /admin/\nDisallow: /api/\nDisallow: /saya/\nDisallow: /masuk\nDisallow: /en/masuk\n");
    }
}
