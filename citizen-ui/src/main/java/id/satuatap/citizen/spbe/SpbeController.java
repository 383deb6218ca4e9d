package id.satuatap.citizen.spbe;

import id.satuatap.citizen.page.Frame;
import id.satuatap.citizen.page.PageCaching;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The tenant's SPBE history as a page of its own, and as a file. */
@Controller
@RequestMapping(headers = "X-Satu-Tenant")
class SpbeController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Spbe spbe;

    SpbeController(Spbe spbe) {
        this.spbe = spbe;
    }

    @GetMapping({"/spbe", "/en/spbe"})
    String history(Frame frame, Model model) {
        var history = spbe.history(frame.here());
        model.addAttribute("history", history);
        model.addAttribute(PageCaching.UNANSWERED, history == null);
        if (history != null) {
            model.addAttribute("plot", Plot.of(history, frame.language()));
        }
        return "spbe";
    }

    /** A link can't ask for a media type, so this one asks platform-core for it. */
    @GetMapping("/spbe.csv")
    ResponseEntity<byte[]> csv(Frame frame) {
        var name = ContentDisposition.attachment()
                .filename("spbe-" + frame.here().slug() + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(spbe.csv(frame.here()));
    }
}
