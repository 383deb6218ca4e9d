package id.satuatap.admin.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.RouteRegistry;
import id.satuatap.admin.shared.DeviceAccess;
import id.satuatap.admin.shared.DeviceAccess.Device;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Which devices the page at a path may use: those that its view asks for. A browser reads the policy when a page is loaded; so one whose view asks
 * for something else than the page before is loaded anew.
 */
record PermissionsPolicy(String value) {

    static final String HEADER = "Permissions-Policy";

    static PermissionsPolicy of(RouteRegistry routes, String path) {
        var devices = RouteConfiguration.forRegistry(routes)
                .getRoute(path)
                .map(view -> view.getAnnotation(DeviceAccess.class))
                .map(access -> List.of(access.value()))
                .orElse(List.of());
        return new PermissionsPolicy(Arrays.stream(Device.values())
                .map(device -> device.name().toLowerCase(Locale.ROOT) + (devices.contains(device) ? "=(self)" : "=()"))
                .collect(Collectors.joining(", ")));
    }

    /** Loads the page anew if what is loaded has another policy. */
    static void enforce(BeforeEnterEvent event) {
        var ui = event.getUI();
        var path = event.getLocation();
        var wanted = of(ui.getInternals().getRouter().getRegistry(), path.getPath());
        var loaded = ComponentUtil.getData(ui, PermissionsPolicy.class);
        if (loaded == null) {
            ComponentUtil.setData(ui, PermissionsPolicy.class, wanted);
        } else if (!loaded.equals(wanted)) {
            ui.getPage().setLocation(path.getPathWithQueryParameters());
        }
    }
}
