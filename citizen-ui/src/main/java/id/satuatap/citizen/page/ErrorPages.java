package id.satuatap.citizen.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** A refusal or a failure in plain words, in the page's language, in the tenant's frame as far as it is known. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> WITH_WORDS = Set.of(400, 403, 404, 405, 503);
    private static final String RETRY_SECONDS = "30";

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("/error")
    String explain(HttpServletRequest request, HttpServletResponse response, Model model) {
        var frame = frames.withoutAsking(request);
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        response.setStatus(status);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        model.addAttribute("frame", frame);
        model.addAttribute("words", words(status, frame));
        return "problem";
    }

    private static String words(int status, Frame frame) {
        var tenant = frame.tenant();
        if (tenant != null && tenant.isSuspended()) {
            return "problem.suspended";
        }
        return "problem." + (WITH_WORDS.contains(status) ? status : 500);
    }
}
