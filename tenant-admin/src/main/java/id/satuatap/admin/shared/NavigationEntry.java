package id.satuatap.admin.shared;

import com.vaadin.flow.component.icon.VaadinIcon;

/**
 * One entry of the navigation, offered by a feature and shown to those who have the permission.
 *
 * @param home whose start page it is
 */
public record NavigationEntry(
        int order, String id, String textKey, String path, VaadinIcon icon, String permission, Home home) {

    /** Those with this permission start here, unless an entry of lower rank is their start page already. */
    public record Home(int rank, String permission) {}
}
