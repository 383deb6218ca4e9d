package id.satuatap.citizen.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Public pages may be kept for a minute; one that lacks an answer of platform-core may not. */
@Component
public class PageCaching implements HandlerInterceptor {

    /** Put into the model by a page that had to leave something out. */
    public static final String UNANSWERED = "unanswered";

    private static final String A_MINUTE = "public, max-age=60";

    PageCaching() {}

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && response.getHeader(HttpHeaders.CACHE_CONTROL) == null) {
            var complete = !Boolean.TRUE.equals(page.getModel().get(UNANSWERED));
            response.setHeader(HttpHeaders.CACHE_CONTROL, complete ? A_MINUTE : "no-store");
        }
    }
}
