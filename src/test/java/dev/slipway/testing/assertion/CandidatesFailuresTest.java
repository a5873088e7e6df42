package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.Shop;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is listed instead of what was looked for. */
class CandidatesFailuresTest {
    @Test
    void countThoseThatAreTooMany() {
        Synthesis many = Synthesis.builder()
                .manifests(
                        "prod",
                        "maps.yaml",
                        IntStream.rangeClosed(10, 51)
                                .mapToObj("kind: ConfigMap\nmetadata: {name: m%s}\n"::formatted)
                                .collect(Collectors.joining("---\n")))
                .build();
        failsWith(
                """
                Expecting environment prod to have
                  ConfigMap settings
                but of this kind there is
                  NAMES and 2 more
                """.replace(
                        "NAMES",
                        IntStream.rangeClosed(10, 49).mapToObj("m%s"::formatted).collect(Collectors.joining(", "))),
                () -> assertThat(many).environment("prod").manifest("ConfigMap", "settings"));
    }

    @Test
    void sayThatAListHasNoFields() {
        failsWith("""
                Expecting Deployment order in prod/order.k8s.yaml
                to have something at spec.template.spec.containers.image
                but there is nothing
                At spec.template.spec.containers there is
                  a list of 1
                Declared at Services.java:15
                """, () -> assertThat(Shop.SYNTHESIS)
                .environment("prod")
                .manifest("Deployment", "order")
                .field("spec.template.spec.containers.image")
                .exists());
    }
}
