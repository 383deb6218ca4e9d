package id.satuatap.citizen.page;

import org.springframework.ui.Model;

/** What a feature shows on a tenant's home: the fragment {@code home} of a template. {@code @Order} says which comes first. */
public interface HomePart {

    String template();

    /** Puts into the model what the fragment shows. False when platform-core gave no answer for it. */
    boolean prepare(Frame frame, Model model);
}
