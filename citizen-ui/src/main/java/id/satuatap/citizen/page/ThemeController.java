package id.satuatap.citizen.page;

import id.satuatap.citizen.tenant.Accent;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tenant's colour as a stylesheet of its own, so that no page needs an inline style. */
@RestController
class ThemeController {

    private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

    @GetMapping("/tema.css")
    ResponseEntity<String> theme(Frame frame) {
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .body(stylesheet(frame.brand()));
    }

    private static String stylesheet(Accent brand) {
        return """
                :root{--sa-accent:%s;--sa-on-accent:%s;--sa-accent-text:%s}
                @media (prefers-color-scheme:dark){:root{--sa-accent-text:%s}}
                @media print{:root{--sa-accent-text:#000}}
                """.formatted(brand.hex(), brand.onAccent(), brand.textOnLight(), brand.textOnDark());
    }
}
