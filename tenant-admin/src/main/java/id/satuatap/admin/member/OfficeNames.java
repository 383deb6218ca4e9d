package id.satuatap.admin.member;

import com.vaadin.flow.component.combobox.ComboBox;
import id.satuatap.admin.member.MemberClient.Office;
import id.satuatap.servlet.core.People;
import id.satuatap.servlet.session.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the offices of this government are called, read once for a page. */
record OfficeNames(List<Office> offices) {

    static OfficeNames here(People people, MemberClient client) {
        return new OfficeNames(Optional.ofNullable(people.current().tenant())
                .map(Person.Tenant::slug)
                .map(slug -> client.offices(slug).items())
                .orElse(List.of()));
    }

    /** Empty for a role that is held for the whole government. */
    String of(@Nullable String id) {
        return offices.stream()
                .filter(office -> office.id().equals(id))
                .map(Office::name)
                .findFirst()
                .orElse("");
    }

    /** To choose one of them, or none. */
    ComboBox<Office> field(String id) {
        var field = new ComboBox<Office>();
        field.setId(id);
        field.setLabel(field.getTranslation("invite.office"));
        field.setHelperText(field.getTranslation("invite.office.help"));
        field.setItemLabelGenerator(Office::name);
        field.setItems(offices);
        field.setClearButtonVisible(true);
        return field;
    }
}
