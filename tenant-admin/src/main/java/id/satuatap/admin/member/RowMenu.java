package id.satuatap.admin.member;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;

/** What else can be done with a row, behind three dots. */
final class RowMenu extends MenuBar {

    private final MenuItem dots;

    RowMenu(String id, String label) {
        setId(id);
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY, MenuBarVariant.LUMO_SMALL, MenuBarVariant.LUMO_ICON);
        dots = addItem(VaadinIcon.ELLIPSIS_DOTS_V.create());
        dots.setAriaLabel(label);
    }

    RowMenu with(String id, String text, Runnable step) {
        dots.getSubMenu().addItem(text, event -> step.run()).setId(id);
        return this;
    }
}
