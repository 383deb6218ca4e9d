package id.satuatap.citizen.page;

import org.springframework.ui.Model;

/** A part of a tenant's home page, brought by a feature; {@code @Order} says where it stands. */
public interface HomeSection {

    /** The template whose fragment {@code home} it is. */
    String template();

    /** Puts into the model what its fragment needs; false when platform-core gave no answer. */
    boolean fill(Frame frame, Model model);
}
