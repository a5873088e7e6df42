package dev.slipway.plan.check;

import static dev.slipway.platform.Image.published;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRulesTest {
    private static final String DIGEST = "@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker.io/acme/proxy",
                "docker.io/acme/proxy:latest",
                "docker.io/acme/proxy:",
                "docker.io/Acme/proxy:1.4.0",
                "docker.io/acme/proxy@sha256:abc",
                "https://docker.io/acme/proxy:1.4.0",
                "acme/proxy:1.4.0",
                "proxy:1.4.0",
                "docker.io/acme/proxy:-1",
                ""
            })
    void failsWhenAnImageIsNotPinnedInARegistry(String reference) {
        Service service = Service.other("proxy").image(published(reference));
        assertThat(PlatformChecks.of(RuleCase.running(service)))
                .containsExactly(Problem.error(
                        "image/reference",
                        service.origin(),
                        "The image (%s) of service proxy must name a registry, a repository and a tag other than latest, or a digest."
                                .formatted(reference),
                        "write it as published(\"docker.io/acme/proxy:1.4.0\")."))
                .allSatisfy(problem -> assertThat(problem.origin())
                        .hasToString(service.origin().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker.io/acme/proxy:1.4.0",
                "docker.io/acme/proxy:latest-alpine",
                "docker.io/acme/proxy" + DIGEST,
                "docker.io/acme/proxy:1.4.0" + DIGEST,
                "localhost:5000/proxy:1",
                "localhost/proxy:1",
                "registry:5000/acme/proxy:1",
                "ghcr.io/acme/deep/er/proxy:v1.35.0"
            })
    void acceptsATagOrADigest(String reference) {
        Service service = Service.other("proxy").image(published(reference));
        assertThat(PlatformChecks.of(RuleCase.running(service))).isEmpty();
    }
}
