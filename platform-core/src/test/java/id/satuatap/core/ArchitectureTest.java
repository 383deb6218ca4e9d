package id.satuatap.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The law of the code, as far as a machine can hold it. */
class ArchitectureTest {

    private static final String ROOT = "id.satuatap.core";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final List<String> FOUNDATION =
            List.of("shared", "database", "tenancy", "sealing", "outbox", "access");

    /** What a feature may use, beside itself. A feature that is not named here fails the build. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("shared", List.of()),
            Map.entry("database", List.of("shared")),
            Map.entry("tenancy", List.of("shared", "database")),
            Map.entry("sealing", List.of("shared", "database", "tenancy")),
            Map.entry("outbox", List.of("shared", "database", "tenancy")),
            Map.entry("access", List.of("shared", "database", "tenancy", "sealing", "outbox")),
            Map.entry("privacy", FOUNDATION),
            Map.entry("document", with(FOUNDATION, "privacy")),
            Map.entry("office", with(FOUNDATION, "privacy")),
            Map.entry("calendar", with(FOUNDATION, "privacy")),
            Map.entry("figure", FOUNDATION),
            Map.entry("information", with(FOUNDATION, "office", "privacy")),
            Map.entry("message", FOUNDATION),
            Map.entry("member", with(FOUNDATION, "office", "message", "privacy", "figure")),
            Map.entry("spbe", with(FOUNDATION, "office", "document", "privacy", "figure")),
            Map.entry("controlroom", with(FOUNDATION, "spbe")),
            Map.entry("audit", FOUNDATION),
            Map.entry("platform", FOUNDATION),
            Map.entry("setup", with(FOUNDATION, "spbe")));

    @ParameterizedTest
    @MethodSource("features")
    void a_feature_uses_only_what_the_table_allows(String feature) {
        var allowed = Stream.concat(MAY_USE.getOrDefault(feature, List.of()).stream(), Stream.of(feature))
                .map(name -> ROOT + "." + name + "..")
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + feature + "..")
                .should()
                .dependOnClassesThat(outside(allowed))
                .check(CODE);
    }

    static List<String> features() {
        return CODE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT + "."))
                .map(name -> name.substring(ROOT.length() + 1).split("\\.")[0])
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void features_form_no_cycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void only_repositories_speak_sql() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .and()
                .resideOutsideOfPackage(ROOT + ".setup..")
                .and()
                .doNotHaveSimpleName("DatabaseConfiguration") // makes the client
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DatabaseClient.class)
                .check(CODE);
    }

    @Test
    void who_uses_a_repository_is_transactional() {
        classes()
                .that()
                .areAnnotatedWith(Service.class)
                .and(DescribedPredicate.describe(
                        "use a repository",
                        service -> service.getDirectDependenciesFromSelf().stream()
                                .anyMatch(use -> use.getTargetClass().isAnnotatedWith(Repository.class)
                                        && !service.getSimpleName()
                                                .equals("CatalogueGate")))) // names its one transaction itself
                .should()
                .beAnnotatedWith(Transactional.class)
                .check(CODE);
    }

    @Test
    void every_method_of_a_transactional_service_that_others_call_is_reactive() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Transactional.class)
                .and()
                .areNotPrivate()
                .and()
                .doNotHaveModifier(JavaModifier.STATIC)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .haveRawReturnType(
                        DescribedPredicate.describe("a publisher", type -> type.isAssignableTo(Publisher.class)))
                .check(CODE);
    }

    @Test
    void a_whole_service_is_transactional_so_that_none_of_it_can_be_interrupted() {
        methods()
                .should()
                .notBeAnnotatedWith(Transactional.class)
                .orShould(beInTransactionalClass())
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveSimpleName("CatalogueGate")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(TransactionalOperator.class)
                .check(CODE);
    }

    @Test
    void controllers_and_repositories_stay_in_their_feature() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .or()
                .haveSimpleNameEndingWith("Controller")
                .should()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void nobody_blocks() {
        noClasses()
                .that()
                .doNotHaveSimpleName("CatalogueGate") // before the first request: there is nobody to keep waiting
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "block a publisher",
                        call -> call.getTargetOwner().isAssignableTo(Publisher.class)
                                && call.getName().startsWith("block")))
                .check(CODE);
    }

    @Test
    void names_say_the_thing_and_not_the_layer() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveNameMatching(".*(?<!Transaction)Manager")
                .check(CODE);
    }

    private static ArchCondition<JavaMethod> beInTransactionalClass() {
        return new ArchCondition<>("be declared in a transactional class") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var inside = method.getOwner().isAnnotatedWith(Transactional.class);
                events.add(new SimpleConditionEvent(method, inside, method.getFullName()));
            }
        };
    }

    private static DescribedPredicate<JavaClass> outside(String... allowed) {
        var inside = JavaClass.Predicates.resideInAnyPackage(allowed);
        return JavaClass.Predicates.resideInAPackage(ROOT + "..").and(DescribedPredicate.not(inside));
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more)).toList();
    }
}
