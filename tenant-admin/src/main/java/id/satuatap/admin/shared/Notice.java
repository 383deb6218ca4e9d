package id.satuatap.admin.shared;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** A short word to the person: what was done, or why something was not. */
public final class Notice {

    private static final int SECONDS = 5;

    private Notice() {}

    public static void done(String sentence) {
        var notification = Notification.show(sentence, SECONDS * 1000, Notification.Position.BOTTOM_START);
        notification.setId("notice");
    }

    /** Stays until it is closed: nobody should have to read an error in a hurry. */
    public static void problem(String sentence) {
        var notification = new Notification();
        notification.setId("problem");
        notification.setAssertive(true);
        notification.setPosition(Notification.Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
        var close = new Button(VaadinIcon.CLOSE_SMALL.create(), event -> notification.close());
        close.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        close.setAriaLabel(notification.getTranslation("close"));
        close.setId("problem-close");
        var text = new Span(sentence);
        text.addClassName("admin-notice-text");
        notification.add(text, close);
        notification.open();
    }
}
