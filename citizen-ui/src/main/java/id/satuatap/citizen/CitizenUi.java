package id.satuatap.citizen;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/**
 * Starts the portal of Satu Atap: public pages of plain HTML, for everybody and without an account, and under {@code /saya/} the screens of who
 * signed in. Those wear the stylesheet of the public pages, so that it is one site.
 */
@SpringBootApplication(
        scanBasePackages = {"id.satuatap.citizen", "id.satuatap.servlet"},
        exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan({"id.satuatap.citizen", "id.satuatap.servlet"})
@StyleSheet("context://look/satu-atap.css")
@StyleSheet("context://tema.css")
public class CitizenUi implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(CitizenUi.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.addFavIcon("icon", "/ikon.svg", "any");
    }
}
