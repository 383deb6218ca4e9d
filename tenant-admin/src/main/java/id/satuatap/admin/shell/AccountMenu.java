package id.satuatap.admin.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.security.AuthenticationContext;
import id.satuatap.servlet.session.Person;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who one is here, as what, and the way out. */
final class AccountMenu extends MenuBar {

    private final AuthenticationContext authentication;

    AccountMenu(@Nullable Person person, AuthenticationContext authentication) {
        this.authentication = authentication;
        setId("account-menu");
        addClassName("admin-account");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        var name = Optional.ofNullable(person).map(Person::name).orElse(getTranslation("shell.account"));
        var label = new Span(name);
        label.addClassName("admin-account-name");
        var item = addItem(new Div(VaadinIcon.USER.create(), label));
        item.setId("account");
        item.setAriaLabel(getTranslation("shell.account-of", name));
        fill(item.getSubMenu(), person);
    }

    private void fill(SubMenu menu, @Nullable Person person) {
        var who = menu.addItem(getTranslation("shell.role", roles(person)));
        who.setId("account-role");
        who.setEnabled(false);
        var out = menu.addItem(getTranslation("shell.sign-out"), event -> signOut());
        out.setId("sign-out");
    }

    private String roles(@Nullable Person person) {
        return person == null || person.roles().isEmpty()
                ? getTranslation("role.none")
                : person.roles().stream()
                        .map(role -> getTranslation("role." + role))
                        .collect(Collectors.joining(", "));
    }

    /** What this browser kept of unsaved words goes with the person: the next one at this desk finds nothing. */
    private void signOut() {
        UI.getCurrentOrThrow()
                .getPage()
                .executeJs("Object.keys(sessionStorage).filter(key => key.startsWith('satuatap.draft.'))"
                        + ".forEach(key => sessionStorage.removeItem(key))")
                .then(done -> authentication.logout(), unavailable -> authentication.logout());
    }
}
