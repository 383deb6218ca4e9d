package id.satuatap.admin.shared;

import com.vaadin.flow.component.icon.VaadinIcon;

/** One entry of the navigation, offered by a feature and shown to those who have the permission. */
public record NavigationEntry(int order, String id, String textKey, String path, VaadinIcon icon, String permission) {}
