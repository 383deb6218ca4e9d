package id.satuatap.admin.spbe;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import id.satuatap.admin.spbe.AssessmentClient.Answer;
import id.satuatap.servlet.core.CoreRefused;
import id.satuatap.servlet.page.Languages;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form makes of what is typed; no browser, no server. */
class AnswerFormTest {

    private final List<Given> changes = new ArrayList<>();
    private final UI ui = new UI(); // the current one is held weakly

    @BeforeEach
    void open() {
        ui.setLocale(Languages.INDONESIAN);
        UI.setCurrent(ui);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @Test
    void a_value_between_two_levels_is_shown_and_stays_when_only_a_text_changes() {
        var form = form(true);
        form.show(answer("3.57"));

        type(find(form, TextArea.class, "fact"), "fakta.");

        assertThat(find(form, TextField.class, "level-value").getValue()).isEqualTo("3,57");
        assertThat(changes).containsExactly(new Given(new BigDecimal("3.57"), "fakta.", "analisis"));
    }

    @Test
    void a_value_stays_even_where_it_can_not_be_typed() {
        var form = form(false);
        form.show(answer("3.57"));

        type(find(form, TextArea.class, "analysis"), "");

        assertThat(find(form, TextField.class, "level-value").isVisible()).isFalse();
        assertThat(changes).containsExactly(new Given(new BigDecimal("3.57"), "fakta", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3,57", "3.57", " 3,57\u00a0"})
    void a_value_is_typed_with_a_comma_or_a_point(String typed) {
        var form = form(true);
        form.show(answer("3"));

        type(find(form, TextField.class, "level-value"), typed);

        assertThat(changes).containsExactly(new Given(new BigDecimal("3.57"), "fakta", "analisis"));
        assertThat(steps(form).getValue()).isNull();
        assertThat(find(form, TextField.class, "level-value").getValue()).isEqualTo("3,57");
    }

    @Test
    void what_is_no_value_is_told_and_changes_nothing() {
        var form = form(true);
        form.show(answer("3.57"));

        type(find(form, TextField.class, "level-value"), "7");

        assertThat(changes).isEmpty();
        form.saved(Instant.now(), null); // a text, meanwhile
        assertThat(find(form, TextField.class, "level-value").isInvalid()).isTrue();
        assertThat(form.given().level()).isEqualByComparingTo("3.57");
    }

    @Test
    void a_step_replaces_the_value_and_an_emptied_field_takes_it_away() {
        var form = form(true);
        form.show(answer("3.57"));

        type(steps(form), 4);
        type(find(form, TextField.class, "level-value"), "");

        assertThat(changes).extracting(Given::level).containsExactly(new BigDecimal("4"), null);
        assertThat(steps(form).getValue()).isNull();
    }

    @Test
    void a_refusal_is_told_at_its_field_until_something_is_kept() {
        var form = form(true);
        form.show(answer("3"));

        form.refused(refusal(Map.of("analysis", "Karakter ke-2 …", "level", "Isi antara 1 dan 5.")));

        assertThat(find(form, TextArea.class, "analysis").getErrorMessage()).isEqualTo("Karakter ke-2 …");
        assertThat(invalid(form)).containsExactlyInAnyOrder("analysis", "level-value");

        form.saved(Instant.now(), null);

        assertThat(invalid(form)).isEmpty();
    }

    private AnswerForm form(boolean fractional) {
        var indicator =
                new Instrument.Indicator(1, "Uji", BigDecimal.TEN, "process", fractional, null, null, null, null, null);
        var instrument = new Instrument("uji", "Uji", "Uji", false, Map.of(), List.of());
        return new AnswerForm(instrument, indicator, "kunci", false, changes::add);
    }

    private static Answer answer(String level) {
        return new Answer(
                1, new BigDecimal(level), "fakta", "analisis", 1, Instant.now(), "Siti", List.of(), List.of());
    }

    private static CoreRefused refusal(Map<String, String> faults) {
        var list = faults.entrySet().stream()
                .map(fault -> new CoreRefused.Problem.Fault(fault.getKey(), fault.getValue()))
                .toList();
        return new CoreRefused(
                new CoreRefused.Problem("urn:problem:request.invalid", null, 400, "Ada isian …", null, list, null));
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<Integer> steps(Component form) {
        return find(form, RadioButtonGroup.class, "levels");
    }

    private static List<String> invalid(Component form) {
        return all(form).stream()
                .filter(part -> part instanceof HasValidation checked && checked.isInvalid())
                .flatMap(part -> part.getId().stream())
                .toList();
    }

    private static <T extends Component> T find(Component within, Class<T> type, String id) {
        return all(within).stream()
                .filter(part -> type.isInstance(part) && id.equals(part.getId().orElse(null)))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Component> all(Component within) {
        var found = new ArrayList<Component>(List.of(within));
        within.getChildren().forEach(child -> found.addAll(all(child)));
        return found;
    }

    /** As a browser does it. */
    private static <C extends Component & HasValue<ComponentValueChangeEvent<C, V>, V>, V> void type(C field, V value) {
        var before = field.getValue();
        field.setValue(value);
        ComponentUtil.fireEvent(field, new ComponentValueChangeEvent<>(field, field, before, true));
    }
}
