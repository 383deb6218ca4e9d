package id.satuatap.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/** The answer to a link from a mail that was used, is too old, or never was one: which of them isn't said. */
final class ExpiredLink {

    private ExpiredLink() {}

    static String page(HttpServletResponse response, Model model, String again) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("again", again);
        return "link-spent";
    }
}
