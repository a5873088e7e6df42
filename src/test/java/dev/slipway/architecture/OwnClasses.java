package dev.slipway.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.function.Predicate;

/** The classes of the product, read once for all rules. */
final class OwnClasses {
    /** Where the same model must give the same bytes: what is declared, decided and rendered. */
    static final String[] PURE = {
        "dev.slipway.platform..",
        "dev.slipway.plan..",
        "dev.slipway.render..",
        "dev.slipway.capability..",
        "dev.slipway.addon..",
        "dev.slipway.workload.."
    };

    /** Where what is iterated over ends in a file. */
    static final String[] RENDERING = {
        "dev.slipway.render..", "dev.slipway.capability..", "dev.slipway.addon..", "dev.slipway.workload.."
    };

    static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.slipway");

    private OwnClasses() {}

    static DescribedPredicate<JavaClass> named(String description, Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
