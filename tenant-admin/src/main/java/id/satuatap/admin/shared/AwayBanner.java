package id.satuatap.admin.shared;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import id.satuatap.servlet.core.CoreAway;
import org.jspecify.annotations.Nullable;

/** Says that a part is away and what becomes of the work, with the one button that tries again. */
public final class AwayBanner extends Div {

    private final Span text = new Span();
    private @Nullable Runnable retry;

    public AwayBanner(UI ui) {
        setId("core-away");
        addClassName("admin-banner");
        getElement().setAttribute("role", "alert");
        var again = new Button(getTranslation("away.retry"), event -> tryAgain());
        again.addThemeVariants(ButtonVariant.LUMO_SMALL);
        again.setId("core-away-retry");
        add(text, again);
        setVisible(false);
        ComponentUtil.setData(ui, AwayBanner.class, this);
    }

    /** Shows it on the screen of this user interface; {@code retry} is what the button does. */
    public static void show(UI ui, CoreAway away, Runnable retry) {
        var banner = ComponentUtil.getData(ui, AwayBanner.class);
        var sentence = away.sentence() == null ? ui.getTranslation("away.text") : away.sentence();
        if (banner == null) {
            Notice.problem(sentence);
            return;
        }
        banner.text.setText(sentence);
        banner.retry = retry;
        banner.setVisible(true);
    }

    public static void hide(UI ui) {
        var banner = ComponentUtil.getData(ui, AwayBanner.class);
        if (banner != null) {
            banner.setVisible(false);
        }
    }

    private void tryAgain() {
        setVisible(false);
        if (retry != null) {
            retry.run();
        }
    }
}
