package id.satuatap.identity.web;

import id.satuatap.identity.http.RequestIdFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown when something fails: a sentence and what to do next to a person, problem+json to a program. Never what
 * went wrong inside; the request id leads the operator to that.
 */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> WITH_TEXT = Set.of(400, 403, 404, 405, 413, 415, 429, 500, 503);

    private final MessageSource texts;

    ErrorPages(MessageSource texts) {
        this.texts = texts;
    }

    @RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView page(HttpServletRequest request) {
        var status = status(request);
        var kind = isAuthorization(request) && status == 400 ? "authorize" : kind(status);
        return new ModelAndView(
                "error",
                Map.of("kind", kind, "requestId", String.valueOf(request.getAttribute(RequestIdFilter.ATTRIBUTE))),
                HttpStatus.valueOf(status));
    }

    @RequestMapping("/error")
    ResponseEntity<Map<String, Object>> problem(HttpServletRequest request, Locale locale) {
        var status = status(request);
        var kind = kind(status);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Map.of(
                        "type", "urn:problem:identity." + kind,
                        "title", texts.getMessage("fault.%s.title".formatted(kind), null, locale),
                        "status", status,
                        "detail", texts.getMessage("fault.%s.text".formatted(kind), null, locale),
                        "requestId", String.valueOf(request.getAttribute(RequestIdFilter.ATTRIBUTE))));
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                        && HttpStatus.resolve(code) != null
                ? code
                : 404;
    }

    private static boolean isAuthorization(HttpServletRequest request) {
        return "/oauth2/authorize".equals(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static String kind(int status) {
        return WITH_TEXT.contains(status) ? Integer.toString(status) : status < 500 ? "400" : "500";
    }
}
