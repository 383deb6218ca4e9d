package id.satuatap.admin.session;

import id.satuatap.servlet.page.PlainPages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What is said where no view can say it, such as for a file that is not there: in our words, not a framework's. */
@Controller
class ErrorPages implements ErrorController {

    private final PlainPages pages;

    ErrorPages(PlainPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    void explain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        var status = HttpStatus.resolve(code);
        if (status == null || status.is5xxServerError()) {
            pages.write(response, status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status, "page.failed");
        } else {
            pages.write(response, status, status == HttpStatus.NOT_FOUND ? "page.not-found" : "page.refused");
        }
    }
}
