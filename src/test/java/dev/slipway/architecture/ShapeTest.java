package dev.slipway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.slipway.architecture.OwnClasses.named;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may be seen from outside, and how it is called. */
class ShapeTest {
    private static final DescribedPredicate<JavaClass> CLOSED = named(
            "final or sealed",
            type -> type.getModifiers().contains(JavaModifier.FINAL)
                    || type.reflect().isSealed());

    @Test
    void publicClassesAreClosedForExtension() {
        ArchCondition<JavaClass> beClosed = ArchConditions.be(CLOSED);
        classes()
                .that()
                .arePublic()
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areNotRecords()
                .should(beClosed)
                .because("what users extend are interfaces")
                .check(OwnClasses.ALL);
    }

    @Test
    void namesSayWhatAClassIsAbout() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|(?<!Secrets|Cert)Managers?|Misc|Common)(\\$.*)?")
                .because("such a class is about nothing, and so grows")
                .check(OwnClasses.ALL);
    }

    @Test
    void packagesAreNullMarked() {
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .because("NullAway checks only what is marked")
                .check(OwnClasses.ALL);
    }
}
