package dev.slipway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Declare, plan, render, review: one way, no going back. */
class DirectionTest {
    private static final String[] AWS_AND_KUBERNETES = {"software..", "org.cdk8s..", "io.github.cdklabs.."};

    @Test
    void platformKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.slipway.platform..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.slipway.platform..", "java..", "org.jspecify.annotations..")
                .because("a declaration must be usable without AWS, Kubernetes or I/O")
                .check(OwnClasses.ALL);
    }

    @Test
    void planKnowsOnlyThePlatformAndTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.slipway.plan..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.slipway.plan..", "dev.slipway.platform..", "java..", "org.jspecify.annotations..")
                .because("the plan is data, and knows no capability")
                .check(OwnClasses.ALL);
    }

    @Test
    void capabilitiesMeetOnlyThroughThePlan() {
        slices().matching("dev.slipway.capability.(*)..")
                .should()
                .notDependOnEachOther()
                .because("who adds a capability touches no other")
                .check(OwnClasses.ALL);
    }

    @Test
    void renderingAndWorkloadsKnowNoCapability() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.slipway.render..", "dev.slipway.workload..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.slipway.capability..")
                .because("they see only the plan")
                .check(OwnClasses.ALL);
    }

    /** An add-on may know what it serves, and nobody depends on the catalogue but who puts it all together. */
    @Test
    void capabilitiesAndWorkloadsKnowNoAddOn() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.slipway.plan..",
                        "dev.slipway.render..",
                        "dev.slipway.capability..",
                        "dev.slipway.workload..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.slipway.addon..")
                .because("they meet what is installed through the plan")
                .check(OwnClasses.ALL);
    }

    @Test
    void reviewReadsOnlyWhatWasRendered() {
        noClasses()
                .that()
                .resideInAPackage("dev.slipway.review..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(AWS_AND_KUBERNETES)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.slipway.plan..", "dev.slipway.render..", "dev.slipway.capability..")
                .because("it also reads what another commit, or somebody else, has rendered")
                .check(OwnClasses.ALL);
    }

    /** Also those that are still to be built: the rule is about everybody else, who already exist. */
    @ParameterizedTest
    @ValueSource(strings = {"dev.slipway.cli..", "dev.slipway.testing..", "dev.slipway.blueprint.."})
    void nothingImportsTheOutermostRooms(String room) {
        noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(room)
                .because("the product must work without it")
                .check(OwnClasses.ALL);
    }

    @Test
    void noPackagesFormACycle() {
        slices().assignedFrom(new EachPackage())
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle are one package")
                .check(OwnClasses.ALL);
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package of dev.slipway";
        }
    }
}
