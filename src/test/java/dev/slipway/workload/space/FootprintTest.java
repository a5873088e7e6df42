package dev.slipway.workload.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootprintTest {
    private static final String POD = """
            template:
              spec:
                initContainers:
                - { resources: { requests: { cpu: 9, memory: 9Gi }, limits: { cpu: 9, memory: 9Gi } } }
                - { restartPolicy: Always, resources: { requests: { cpu: 50m, memory: 32Mi }, limits: { cpu: 50m, memory: 32Mi } } }
                containers:
                - { resources: { requests: { cpu: 100m, memory: 128Mi }, limits: { cpu: "0.5", memory: 512Mi } } }
            """;

    private static Footprint of(String... objects) {
        return Footprint.of(
                "shop", List.of(objects).stream().map(FootprintTest::parse).toList());
    }

    private static Object parse(String yaml) {
        try {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(yaml, e);
        }
    }

    private static String object(String kind, String spec) {
        return "kind: %s\nmetadata: { name: order, namespace: shop }\nspec:\n%s"
                .formatted(kind, (spec + POD).indent(2));
    }

    private static Footprint alike(int pods) {
        return new Footprint(
                pods,
                new Amount(150, 160L << 20).times(pods),
                new Amount(550, 544L << 20).times(pods),
                new Amount(500, 512L << 20));
    }

    @Test
    void ofADeploymentHasMoreWhileItIsRolledOut() {
        assertThat(of(object("Deployment", "replicas: 8\n"))).isEqualTo(alike(12));
        assertThat(of(object("Deployment", "replicas: 3\nstrategy: { rollingUpdate: { maxSurge: 50% } }\n")))
                .isEqualTo(alike(7));
        assertThat(of(object("Deployment", "replicas: 3\nstrategy: { rollingUpdate: { maxSurge: 1 } }\n")))
                .isEqualTo(alike(5));
    }

    @Test
    void ofWhatIsScaledIsItsMaximum() {
        String deployment = object("Deployment", "strategy: { rollingUpdate: { maxSurge: 1 } }\n");
        String target = "scaleTargetRef: { kind: Deployment, name: order }";
        assertThat(of(deployment, "kind: HorizontalPodAutoscaler\nspec: { maxReplicas: 10, %s }".formatted(target)))
                .isEqualTo(alike(12));
        assertThat(of(deployment, "kind: ScaledObject\nspec: { maxReplicaCount: 12, %s }".formatted(target)))
                .isEqualTo(alike(14));
        assertThat(
                        of(
                                deployment,
                                "kind: HorizontalPodAutoscaler\nspec: { maxReplicas: 10, scaleTargetRef: { kind: Deployment, name: other } }"))
                .isEqualTo(alike(3));
    }

    @Test
    void ofJobsAndStatefulSetsIsWhatRunsAtATime() {
        assertThat(of(object("Job", ""))).isEqualTo(alike(1));
        assertThat(of(object("StatefulSet", "replicas: 3\n"))).isEqualTo(alike(3));
        assertThat(of("kind: CronJob\nmetadata: { name: a, namespace: shop }\nspec:\n  jobTemplate:\n    spec:\n"
                        + POD.indent(6)))
                .isEqualTo(alike(2));
        assertThat(of(
                        "kind: CronJob\nmetadata: { name: a, namespace: shop }\nspec:\n  concurrencyPolicy: Forbid\n  jobTemplate:\n    spec:\n"
                                + POD.indent(6)))
                .isEqualTo(alike(1));
    }

    @Test
    void countsWhatMayGrowAtItsLimits() {
        String vpa =
                "kind: VerticalPodAutoscaler\nspec: { updatePolicy: { updateMode: %s }, targetRef: { kind: Deployment, name: order } }";
        assertThat(of(object("Deployment", ""), vpa.formatted("InPlaceOrRecreate"))
                        .requests())
                .isEqualTo(new Amount(1650, 1632L << 20));
        assertThat(of(object("Deployment", ""), vpa.formatted("\"Off\"")).requests())
                .isEqualTo(new Amount(450, 480L << 20));
    }

    @Test
    void leavesOutOtherNamespacesAndWhatMakesNoPods() {
        assertThat(of(object("Deployment", "").replace("namespace: shop", "namespace: other")))
                .isEqualTo(Footprint.NONE);
        assertThat(of("kind: Service\nmetadata: { name: a, namespace: shop }\nspec: { replicas: 3 }"))
                .isEqualTo(Footprint.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "128974848, 128974848",
        "129M, 129000000",
        "128Mi, 134217728",
        "1.5Gi, 1610612736",
        "1Ki, 1024",
        "100m, 1",
        "'', 0",
        "2T, 2000000000000"
    })
    void readsQuantities(String text, long bytes) {
        assertThat(Quantities.whole(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"100m, 100", "1, 1000", "0.25, 250", "2k, 2000000", "1.0005, 1001"})
    void readsThousandths(String text, long thousandths) {
        assertThat(Quantities.thousandths(text)).isEqualTo(thousandths);
    }
}
