package dev.slipway.blueprint.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for a pod that stops fits what the pod waits for, from the load balancer to the process. */
class ShutdownTest {
    /** Seconds for which Spring Boot waits for requests by itself, spring.lifecycle.timeout-per-shutdown-phase. */
    private static final long OF_THE_PROCESS = 30;

    /** Seconds that a load balancer may take to hear that a pod is going. */
    private static final long TO_HEAR_OF_IT = 10;

    private static final Pattern DELAY = Pattern.compile("deregistration_delay\\.timeout_seconds=(\\d+)");

    private static final Synthesis RENDERED = OrderingSynthesis.SYNTHESIS;

    private static long number(Manifest pod, String path) {
        return pod.at("spec.template.spec." + path).number().orElseThrow();
    }

    private static Manifest deployment(String environment, String name) {
        return RENDERED.manifest(environment, "Deployment", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void requestsEndBeforeThePodDoes(String environment) {
        assertThat(RENDERED.manifests(environment, "Ingress")).isNotEmpty().allSatisfy(ingress -> {
            Manifest pod = deployment(environment, ingress.file());
            Matcher delay = DELAY.matcher(ingress.at("metadata.annotations")
                    .get("alb.ingress.kubernetes.io/target-group-attributes")
                    .text());
            assertThat(delay.find()).isTrue();
            long deregistration = Long.parseLong(delay.group(1));
            long preStop = number(pod, "containers.0.lifecycle.preStop.sleep.seconds");

            assertThat(preStop).isGreaterThan(TO_HEAR_OF_IT);
            assertThat(deregistration).isLessThan(number(pod, "terminationGracePeriodSeconds"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "staging", "prod"})
    void theProcessHasTheTimeThatItTakes(String environment) {
        assertThat(RENDERED.manifests(environment, "Deployment"))
                .filteredOn(pod ->
                        pod.at("spec.template.spec.containers.0.lifecycle").exists())
                .isNotEmpty()
                .allSatisfy(pod -> assertThat(number(pod, "terminationGracePeriodSeconds"))
                        .isGreaterThan(number(pod, "containers.0.lifecycle.preStop.sleep.seconds") + OF_THE_PROCESS));
    }
}
