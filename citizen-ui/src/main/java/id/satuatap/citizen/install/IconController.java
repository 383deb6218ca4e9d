package id.satuatap.citizen.install;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.tenant.Accent;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The mark in the tenant's colour, drawn when first asked for. */
@RestController
class IconController {

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private record Wanted(Accent accent, int size, boolean maskable) {}

    private final Map<Wanted, byte[]> drawn = new ConcurrentHashMap<>();

    @GetMapping("/ikon-{size:192|512}.png")
    ResponseEntity<byte[]> icon(Frame frame, @PathVariable int size) {
        return png(new Wanted(frame.brand(), size, false));
    }

    @GetMapping("/ikon-maskable-{size:192|512}.png")
    ResponseEntity<byte[]> maskable(Frame frame, @PathVariable int size) {
        return png(new Wanted(frame.brand(), size, true));
    }

    @GetMapping("/ikon.svg")
    ResponseEntity<String> vector(Frame frame) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(A_DAY)
                .body(Icon.svg(frame.brand()));
    }

    private ResponseEntity<byte[]> png(Wanted wanted) {
        var bytes = drawn.computeIfAbsent(wanted, icon -> Icon.png(icon.accent(), icon.size(), icon.maskable()));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(A_DAY)
                .body(bytes);
    }
}
