package dev.slipway.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The construct ids and physical names of the default platform are part of the public contract: {@code mvn test
 * -Dtest=IdentitiesTest -Dslipway.update=true} pins others.
 */
class IdentitiesTest {
    private static final Path PINNED = Path.of("src/test/resources/dev/slipway/acceptance/upgrade/identities.txt");
    private static final String METADATA = "AWS::CDK::Metadata";

    @Test
    void areThoseThatArePinned() throws IOException {
        List<String> lines = lines(Rendered.blueprints().get("OrderingPlatform"));
        if (Boolean.getBoolean("slipway.update")) {
            assertThat(System.getenv("CI"))
                    .as("Identities are pinned by somebody who looks at them, never on CI")
                    .isNull();
            Files.write(PINNED, lines);
        }
        List<String> pinned = Files.readAllLines(PINNED);
        String breaking = """
                A construct id or a physical name of the default platform is another one. Where it runs, CloudFormation replaces or loses that resource: \
                keep the id and the name. Where it has to be, write it into CHANGELOG.md under Breaking, and run this test with -Dslipway.update=true.""";
        assertThat(lines).as(breaking).containsAll(pinned);
        assertThat(pinned)
                .as("A resource is new: run this test with -Dslipway.update=true.")
                .containsAll(lines);
    }

    private static List<String> lines(Synthesis synthesis) {
        return synthesis.templates().stream()
                .flatMap(template -> template.resources().stream())
                .filter(resource -> !resource.type().equals(METADATA))
                .map(IdentitiesTest::line)
                .sorted()
                .toList();
    }

    /** Stack, construct path, logical id, type, and the physical name where there is one. */
    private static String line(Resource resource) {
        String path = resource.tree().get("Metadata").get("aws:cdk:path").text();
        return String.join(" | ", resource.template().path(), path, resource.id(), resource.type(), name(resource))
                .strip();
    }

    private static String name(Resource resource) {
        return Specification.load()
                .type(resource.type())
                .flatMap(ResourceType::nameProperty)
                .map(resource::property)
                .filter(Tree::exists)
                .map(name -> name.text().isEmpty() ? name.toString() : name.text())
                .orElse("-");
    }
}
