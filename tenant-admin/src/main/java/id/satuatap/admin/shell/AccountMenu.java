package id.satuatap.admin.shell;

import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import id.satuatap.servlet.session.Person;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who one is here, as what, and the way out. */
final class AccountMenu extends MenuBar {

    private final Runnable signOut;

    AccountMenu(@Nullable Person person, Runnable signOut) {
        this.signOut = signOut;
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
        var out = menu.addItem(getTranslation("shell.sign-out"), event -> signOut.run());
        out.setId("sign-out");
    }

    private String roles(@Nullable Person person) {
        return person == null || person.roles().isEmpty()
                ? getTranslation("role.none")
                : person.roles().stream()
                        .map(role -> getTranslation("role." + role))
                        .collect(Collectors.joining(", "));
    }
}
