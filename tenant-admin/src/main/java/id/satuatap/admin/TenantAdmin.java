package id.satuatap.admin;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the officials' application. Push goes to the browser by WebSocket; what the browser says comes by plain
 * requests, so that every one of them passes the filters that bind a session to its tenant and to its life-time.
 */
@SpringBootApplication(scanBasePackages = {"id.satuatap.admin", "id.satuatap.servlet"})
@ConfigurationPropertiesScan({"id.satuatap.admin", "id.satuatap.servlet"})
@Push(transport = Transport.WEBSOCKET_XHR)
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://look/satu-atap.css")
@StyleSheet("context://look/satu-atap-lumo.css")
@StyleSheet("context://admin.css")
public class TenantAdmin implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(TenantAdmin.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "/admin/look/icons/satu-atap.svg", "any");
    }
}
