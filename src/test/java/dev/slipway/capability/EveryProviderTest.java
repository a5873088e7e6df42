package dev.slipway.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Network;
import dev.slipway.plan.Provider;
import dev.slipway.plan.Registry;
import dev.slipway.platform.Choice;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The whole matrix of providers and sizes. {@code -Dslipway.update=true} writes the page of what they cost anew. */
class EveryProviderTest {
    private static final Path PAGE = Path.of("docs/reference/providers.md");
    private static final Path SOURCES = Path.of("src/main/java/dev/slipway/capability");

    private static final String HEAD = """
            # What each provider adds

            Generated, and compared by a test. Counted are the AWS resources and Kubernetes objects of a small environment and of a
            large one for production, with one or two services that use the provider. Each row counts the whole: cluster, network
            and services too; `eksAutoMode()` is the bare platform to compare with.

            | provider | resources, small | large | objects, small | large |
            | --- | --- | --- | --- | --- |
            """;

    @TestFactory
    Stream<DynamicTest> passesTheKit() {
        return Providers.all().entrySet().stream()
                .map(kit -> DynamicTest.dynamicTest(kit.getKey(), kit.getValue()::verify));
    }

    @Test
    void isOnTheList() throws IOException {
        Set<String> listed = Providers.all().values().stream()
                .map(kit -> kit.provider().getClass().getSimpleName())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(implementations()).isNotEmpty().isSubsetOf(listed);
    }

    @Test
    void hasItsCostOnThePage() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (Map.Entry<String, Synthesis> kit : Providers.rendered().entrySet()) {
            Synthesis synthesis = kit.getValue();
            page.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(
                            kit.getKey(),
                            resources(synthesis, "small"),
                            resources(synthesis, "large"),
                            synthesis.manifests("small").size(),
                            synthesis.manifests("large").size()));
        }
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page.toString());
    }

    private static long resources(Synthesis synthesis, String environment) {
        return synthesis.templates(environment).stream()
                .mapToLong(template -> template.resources().size())
                .sum();
    }

    /** The classes below the capability rooms that provide something, by name. */
    private static Set<String> implementations() throws IOException {
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .map(path -> SOURCES.getParent().getParent().getParent().relativize(path))
                    .map(path -> path.toString().replace(".java", "").replaceAll("[/\\\\]", "."))
                    .filter(name -> !name.endsWith("package-info"))
                    .map(EveryProviderTest::load)
                    .filter(type -> Choice.class.isAssignableFrom(type) && !type.isInterface())
                    .filter(type -> Stream.of(Provider.class, Cluster.class, Network.class, Registry.class)
                            .anyMatch(kind -> kind.isAssignableFrom(type)))
                    .map(Class::getSimpleName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
