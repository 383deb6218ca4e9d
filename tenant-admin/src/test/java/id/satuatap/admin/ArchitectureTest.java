package id.satuatap.admin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.Route;
import id.satuatap.admin.shared.Needs;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTest {

    /** What a package may use besides itself. The shell knows no feature: features offer it their entries. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "shared", Set.of(),
            "session", Set.of("shared"),
            "shell", Set.of("shared", "session"),
            "spbe", Set.of("shared", "session"),
            "member", Set.of("shared", "session"),
            "audit", Set.of("shared", "session"),
            "announcement", Set.of("shared", "session"),
            "calendar", Set.of("shared", "session"),
            "controlroom", Set.of("shared", "session", "spbe"));

    /** Views that every signed-in person may open. */
    private static final Set<String> OPEN_VIEWS = Set.of("HomeView", "SignedInAgainView", "InvitationView");

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.satuatap.admin");

    @Test
    void packages_use_only_what_their_row_names() {
        MAY_USE.forEach((name, others) -> {
            var forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(name) && !others.contains(other))
                    .map(other -> "id.satuatap.admin." + other)
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage("id.satuatap.admin." + name)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(forbidden))
                        .check(OURS);
            }
        });
    }

    @Test
    void every_package_has_its_row() {
        var packages = OURS.stream()
                .map(type -> type.getPackageName().substring("id.satuatap.admin".length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(1));

        assertThat(packages).isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("id.satuatap.admin.(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void names_say_the_thing_and_not_the_layer() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(OURS);
    }

    @Test
    void views_are_package_private_and_say_who_may_open_them() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(PermitAll.class)
                .check(OURS);
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .and(not(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are open to every signed-in person", type -> OPEN_VIEWS.contains(type.getSimpleName()))))
                .should()
                .beAnnotatedWith(Needs.class)
                .check(OURS);
    }

    /** Anything else makes the build want Node. */
    @Test
    void the_frontend_needs_no_bundle_of_its_own() {
        noClasses().should().beAnnotatedWith(NpmPackage.class).check(OURS);
        noClasses().should().beAnnotatedWith(CssImport.class).check(OURS);
        noClasses().should().beAnnotatedWith(JavaScript.class).check(OURS);
        classes()
                .that()
                .areAnnotatedWith(JsModule.class)
                .should(new ArchCondition<>("load their module from our own resources") {
                    @Override
                    public void check(com.tngtech.archunit.core.domain.JavaClass type, ConditionEvents events) {
                        var module = type.getAnnotationOfType(JsModule.class).value();
                        events.add(new SimpleConditionEvent(
                                type, module.startsWith("context://"), type.getName() + ": " + module));
                    }
                })
                .check(OURS);
    }

    /** What stands for a client at run time sees no method of an interface that is not public: it would fail, and only there. */
    @Test
    void a_client_of_core_has_no_default_methods() {
        var ownMethods = OURS.stream()
                .filter(type -> type.isInterface() && type.getSimpleName().endsWith("Client"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !method.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC));

        assertThat(ownMethods).isEmpty();
    }

    @Test
    void this_part_offers_no_api_of_its_own() {
        noClasses().should().beAnnotatedWith(RestController.class).check(OURS);
    }
}
