package dev.slipway.ordering.checks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How every service is built. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_TEST = 300;
    private static final String ROOT = "dev.slipway.ordering.";

    static List<String> modules() {
        return Stream.concat(Build.services().stream(), Stream.of("starter")).toList();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void hasPackagesWithoutCycles(String module) {
        slices().matching(ROOT + module + ".(*)..").should().beFreeOfCycles().check(classes(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void knowsNoOtherService(String module) {
        String[] others = Build.services().stream()
                .filter(other -> !other.equals(module))
                .map(other -> ROOT + other + "..")
                .toArray(String[]::new);

        noClasses().should().dependOnClassesThat().resideInAnyPackage(others).check(classes(module));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void isGivenWhatItNeedsByItsConstructors(String module) {
        fields().should().notBeAnnotatedWith(Autowired.class).check(classes(module));
    }

    @Test
    void hasShortFiles() {
        assertThat(longerThan("src/main/java", LONGEST_FILE)).isEmpty();
        assertThat(longerThan("src/test/java", LONGEST_TEST)).isEmpty();
    }

    private static List<Path> longerThan(String folder, int lines) {
        return modules().stream()
                .map(module -> Build.folder().resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(sources -> Build.files(sources, ".java"))
                .filter(file -> Build.read(file).lines().count() > lines)
                .toList();
    }

    private static JavaClasses classes(String module) {
        return new ClassFileImporter().importPath(Build.classes(module));
    }
}
