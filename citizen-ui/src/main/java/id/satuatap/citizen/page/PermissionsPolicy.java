package id.satuatap.citizen.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Every page has camera, location and microphone closed, but for what it asks for itself by {@link DeviceAccess}. */
public final class PermissionsPolicy implements HandlerInterceptor {

    public static final String CLOSED = "camera=(), geolocation=(), microphone=()";
    public static final String HEADER = "Permissions-Policy";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod page
                && page.getMethodAnnotation(DeviceAccess.class) instanceof DeviceAccess access) {
            response.setHeader(HEADER, CLOSED.replace(access.value() + "=()", access.value() + "=(self)"));
        }
        return true;
    }
}
