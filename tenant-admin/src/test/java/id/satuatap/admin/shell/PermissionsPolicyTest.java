package id.satuatap.admin.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import id.satuatap.admin.shared.DeviceAccess;
import id.satuatap.admin.shared.DeviceAccess.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockServletContext;

class PermissionsPolicyTest {

    private final ApplicationRouteRegistry routes =
            ApplicationRouteRegistry.getInstance(new VaadinServletContext(new MockServletContext()));

    @BeforeEach
    void routes() {
        var configuration = RouteConfiguration.forRegistry(routes);
        configuration.setRoute("pindai/:id", Scanner.class);
        configuration.setRoute("daftar", List.class);
    }

    @Test
    void the_view_that_asks_opens_a_device_for_itself() {
        assertThat(PermissionsPolicy.of(routes, "pindai/7").value()).isEqualTo("camera=(self), geolocation=()");
    }

    @Test
    void every_other_page_has_them_closed() {
        assertThat(PermissionsPolicy.of(routes, "daftar").value()).isEqualTo("camera=(), geolocation=()");
        assertThat(PermissionsPolicy.of(routes, "tidak/ada").value()).isEqualTo("camera=(), geolocation=()");
    }

    @DeviceAccess(Device.CAMERA)
    static class Scanner extends Div {}

    static class List extends Div {}
}
