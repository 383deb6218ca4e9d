package id.satuatap.admin.member;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Where one says which members to show. */
final class MemberFilterBar extends Div {

    private final TextField word = new TextField();
    private final Checkbox ended = new Checkbox();
    private final NativeButton people = chip("people", false);
    private final NativeButton machines = chip("machines", true);
    private final Consumer<MemberFilter> onChange;
    private MemberFilter filter = new MemberFilter("", false, false);

    MemberFilterBar(Consumer<MemberFilter> onChange) {
        this.onChange = onChange;
        addClassName("admin-filters");
        word.setId("member-search");
        word.setLabel(getTranslation("members.search"));
        word.setClearButtonVisible(true);
        word.setValueChangeMode(ValueChangeMode.LAZY);
        word.addValueChangeListener(event ->
                changed(event.isFromClient(), new MemberFilter(word.getValue(), filter.ended(), filter.machines())));
        ended.setId("member-ended");
        ended.setLabel(getTranslation("members.ended"));
        ended.addValueChangeListener(event ->
                changed(event.isFromClient(), new MemberFilter(filter.word(), ended.getValue(), filter.machines())));
        var kinds = new Div(people, machines);
        kinds.addClassName("sa-chips");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("members.kind"));
        add(word, kinds, ended);
    }

    /** Shows what is looked at, and how many there are of either kind. */
    void show(MemberFilter shown, long ofPeople, long ofMachines) {
        filter = shown;
        word.setValue(shown.word());
        ended.setValue(shown.ended());
        people.setText(getTranslation("members.people", ofPeople));
        machines.setText(getTranslation("members.machines", ofMachines));
        people.getElement().setAttribute("aria-pressed", String.valueOf(!shown.machines()));
        machines.getElement().setAttribute("aria-pressed", String.valueOf(shown.machines()));
    }

    private NativeButton chip(String id, boolean ofMachines) {
        var chip = new NativeButton(
                "", event -> changed(true, new MemberFilter(filter.word(), filter.ended(), ofMachines)));
        chip.setId("member-" + id);
        chip.addClassName("sa-chip");
        return chip;
    }

    private void changed(boolean byPerson, MemberFilter wanted) {
        if (byPerson && !wanted.equals(filter)) {
            onChange.accept(wanted);
        }
    }
}
