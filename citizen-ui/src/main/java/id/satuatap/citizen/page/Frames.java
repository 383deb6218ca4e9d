package id.satuatap.citizen.page;

import id.satuatap.citizen.tenant.Tenant;
import id.satuatap.citizen.tenant.TenantSuspended;
import id.satuatap.citizen.tenant.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes the frame of a page from the tenant that the gateway named; a suspended tenant has no page but the one that says so. */
@Component
class Frames implements HandlerMethodArgumentResolver {

    static final String TENANT_HEADER = "X-Satu-Tenant";

    private final Tenants tenants;

    Frames(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Frame.class;
    }

    @Override
    public Frame resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = (HttpServletRequest) webRequest.getNativeRequest();
        var slug = request.getHeader(TENANT_HEADER);
        var tenant = slug == null ? null : tenants.get(slug);
        if (tenant != null && tenant.isSuspended() && isPage(parameter)) {
            throw new TenantSuspended();
        }
        var frame = frame(request, tenant);
        if (container != null) {
            container.addAttribute("frame", frame);
        }
        return frame;
    }

    /** Colours, icons and manifest stay: the page that explains the suspension wears them. */
    private static boolean isPage(MethodParameter parameter) {
        return !AnnotatedElementUtils.hasAnnotation(parameter.getContainingClass(), RestController.class);
    }

    /** For error pages: asks nobody. */
    Frame withoutAsking(HttpServletRequest request) {
        return frame(request, tenants.known(request.getHeader(TENANT_HEADER)));
    }

    private static Frame frame(HttpServletRequest request, @Nullable Tenant tenant) {
        var query = request.getQueryString();
        return new Frame(
                Language.of(request),
                tenant,
                Language.pathWithoutLanguage(request),
                query == null || query.isEmpty() ? "" : "?" + query);
    }
}
