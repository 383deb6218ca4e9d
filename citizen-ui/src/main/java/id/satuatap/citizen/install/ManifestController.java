package id.satuatap.citizen.install;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.satuatap.citizen.page.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a phone needs to install the portal of this tenant, in its name and colour. */
@RestController
class ManifestController {

    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json");
    private static final String PLATFORM = "Satu Atap";
    private static final int LONGEST_SHORT_NAME = 12;

    record Manifest(
            String id,
            String name,
            @JsonProperty("short_name") String shortName,
            String description,
            String lang,
            String dir,
            @JsonProperty("start_url") String startUrl,
            String scope,
            String display,
            @JsonProperty("theme_color") String themeColor,
            @JsonProperty("background_color") String backgroundColor,
            List<ManifestIcon> icons) {}

    record ManifestIcon(String src, String sizes, String type, String purpose) {}

    private final MessageSource messages;

    ManifestController(MessageSource messages) {
        this.messages = messages;
    }

    @GetMapping({"/manifest.webmanifest", "/en/manifest.webmanifest"})
    ResponseEntity<Manifest> manifest(Frame frame) {
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(manifestOf(frame));
    }

    private Manifest manifestOf(Frame frame) {
        var tenant = frame.tenant();
        var language = frame.language();
        var name = tenant == null ? PLATFORM : tenant.name();
        var shortName = tenant == null ? PLATFORM : tenant.shortName();
        return new Manifest(
                language.href("/"),
                name,
                shortName.length() <= LONGEST_SHORT_NAME ? shortName : shortName.substring(0, LONGEST_SHORT_NAME),
                description(tenant == null, name, language.locale()),
                language.tag(),
                "ltr",
                language.href("/"),
                "/",
                "standalone",
                frame.brand().hex(),
                "#ffffff",
                icons(frame.themeVersion()));
    }

    private String description(boolean bareHost, String name, Locale locale) {
        return messages.getMessage(bareHost ? "manifest.platform" : "manifest.tenant", new Object[] {name}, locale);
    }

    private static List<ManifestIcon> icons(String version) {
        return List.of(
                icon("/ikon-192.png", 192, "any", version),
                icon("/ikon-512.png", 512, "any", version),
                icon("/ikon-maskable-192.png", 192, "maskable", version),
                icon("/ikon-maskable-512.png", 512, "maskable", version));
    }

    private static ManifestIcon icon(String path, int size, String purpose, String version) {
        return new ManifestIcon(path + "?v=" + version, size + "x" + size, "image/png", purpose);
    }
}
