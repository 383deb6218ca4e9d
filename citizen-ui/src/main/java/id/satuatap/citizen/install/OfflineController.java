package id.satuatap.citizen.install;

import id.satuatap.citizen.page.Frame;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** The service worker, told which files make up the shell of this tenant, and the page for when nothing can be reached. */
@Controller
class OfflineController {

    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final ResourceUrlProvider resources;
    private final String worker;

    OfflineController(ResourceUrlProvider resources) {
        this.resources = resources;
        this.worker = read("service-worker.js");
    }

    @GetMapping({"/luring", "/en/luring"})
    String offline(Frame frame) {
        return "offline";
    }

    @GetMapping("/sw.js")
    ResponseEntity<String> serviceWorker(Frame frame) {
        var shell = shell(frame);
        var version = Integer.toHexString(Objects.hash(shell, worker));
        var preamble = "const VERSION = '%s';\nconst SHELL = [%s];\n"
                .formatted(version, shell.stream().map(path -> "'" + path + "'").collect(Collectors.joining(", ")));
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(preamble + worker);
    }

    private List<String> shell(Frame frame) {
        var own = Stream.of(
                "/luring", "/en/luring", "/tema.css?v=" + frame.themeVersion(), "/ikon.svg?v=" + frame.themeVersion());
        var assets = Stream.of("/look/satu-atap.css", "/pasang.js")
                .map(path -> Objects.requireNonNullElse(resources.getForLookupPath(path), path));
        return Stream.concat(own, assets).toList();
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
