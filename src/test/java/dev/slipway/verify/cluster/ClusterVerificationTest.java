package dev.slipway.verify.cluster;

import static dev.slipway.verify.cluster.Stored.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Verification;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The default platform's production on an API server, by way of HTTP. */
class ClusterVerificationTest {
    private static final Synthesis SYNTHESIS = Rendered.blueprints().get("OrderingPlatform");
    private static final String PROD = "prod";

    private ApiServerMock mock;

    @BeforeEach
    void start() {
        mock = ApiServerMock.start();
        mock.apply(SYNTHESIS.manifests(PROD));
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    private Verification verify() {
        return verify(SYNTHESIS, ApiServerMock.TOKEN);
    }

    private Verification verify(Synthesis synthesis, String token) {
        var config = new ConfigBuilder(io.fabric8.kubernetes.client.Config.empty())
                .withMasterUrl(mock.address())
                .withOauthToken(token)
                .withRequestRetryBackoffLimit(0)
                .build();
        try (ApiServer cluster =
                new ApiServer(new KubernetesClientBuilder().withConfig(config).build())) {
            return new ClusterVerification(cluster, "ordering").of(synthesis, PROD);
        }
    }

    private List<String> drifts() {
        return verify().drifts().stream().map(Drift::toString).toList();
    }

    private static Manifest order(String kind) {
        return SYNTHESIS.manifest(PROD, kind, "order");
    }

    private void edit(String kind, Consumer<Map<String, Object>> change) {
        mock.edit(order(kind), change);
    }

    @SuppressWarnings("unchecked") // a pod has a list of containers
    private static Map<String, Object> container(Map<String, Object> deployment) {
        return ((List<Map<String, Object>>)
                        map(map(map(deployment, "spec"), "template"), "spec").get("containers"))
                .get(0);
    }

    @Test
    void findsNothingInWhatAnApiServerAddsAndWritesInAnotherWay() {
        Verification all = verify();

        assertThat(all.failures()).isEmpty();
        assertThat(all.drifts()).isEmpty();
        assertThat(all.compared()).isGreaterThan(2000);
        assertThat(mock.requests()).as("nothing is written").allMatch(request -> request.startsWith("GET "));
    }

    @Test
    void namesTheFieldThatSomebodyChanged() {
        edit("Deployment", deployment -> container(deployment).put("image", "somewhere/else:1"));
        edit("HorizontalPodAutoscaler", scaler -> map(scaler, "spec").put("maxReplicas", 2));
        String image =
                order("Deployment").at("spec.template.spec.containers.0.image").text();

        assertThat(drifts())
                .containsExactly(
                        "Deployment ordering/order: spec.template.spec.containers[order].image is to be " + image
                                + ", and is somewhere/else:1",
                        "HorizontalPodAutoscaler ordering/order: spec.maxReplicas is to be 10, and is 2");
    }

    @Test
    void hidesWhatMightBeASecretThatSomebodyPutIn() {
        edit("Deployment", deployment -> env(deployment).add(Map.of("name", "DB_PASSWORD", "value", "hunter2")));

        assertThat(drifts())
                .singleElement()
                .asString()
                .contains("env[DB_PASSWORD] is to be nothing", "(hidden)")
                .doesNotContain("hunter2");
    }

    @SuppressWarnings("unchecked") // a container has a list of variables
    private static List<Object> env(Map<String, Object> deployment) {
        return (List<Object>) container(deployment).get("env");
    }

    @Test
    void findsWhatWidensWithoutAFieldOfItsOwn() {
        edit("NetworkPolicy", policy -> map(policy, "spec").put("ingress", List.of(Map.of())));
        edit("Service", service -> map(map(service, "spec"), "selector").put("track", "canary"));

        assertThat(drifts())
                .hasSize(2)
                .anyMatch(drift -> drift.startsWith("NetworkPolicy ordering/order: spec.ingress"))
                .anyMatch(drift ->
                        drift.equals("Service ordering/order: spec.selector.track is to be nothing, and is canary"));
    }

    @Test
    void listsWhatIsMissingAndWhatIsLeftOver() {
        mock.delete(order("PodDisruptionBudget"));
        mock.apply(Tree.of(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of(
                        "name",
                        "loyalty",
                        "namespace",
                        "ordering",
                        "labels",
                        Map.of("app.kubernetes.io/managed-by", "slipway", "app.kubernetes.io/part-of", "ordering")))));
        mock.apply(Tree.of(Map.of(
                "apiVersion",
                "v1",
                "kind",
                "ConfigMap",
                "metadata",
                Map.of("name", "theirs", "namespace", "ordering"))));

        assertThat(drifts())
                .containsExactly(
                        "ConfigMap ordering/loyalty is there, and was not synthesized",
                        "PodDisruptionBudget ordering/order is missing");
    }

    @Test
    void leavesOutWhatAnotherObjectOwns() {
        Map<String, Object> owned =
                new LinkedHashMap<>(order("ConfigMap").tree().fields());
        owned.put(
                "metadata",
                Map.of(
                        "name",
                        "made-by-a-controller",
                        "namespace",
                        "ordering",
                        "labels",
                        order("Deployment").at("metadata.labels"),
                        "ownerReferences",
                        List.of(Map.of("kind", "Something"))));
        mock.apply(Tree.of(owned));

        assertThat(drifts()).isEmpty();
    }

    @Test
    void missesNoJobThatIsDeletedOnceItHasEnded() {
        Synthesis jobs = Synthesis.of(Map.of("dist/prod/jobs.k8s.yaml", """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: once, namespace: ordering}
            spec: {ttlSecondsAfterFinished: 60}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: kept, namespace: ordering}
            spec: {backoffLimit: 1}
            """));

        assertThat(verify(jobs, ApiServerMock.TOKEN).drifts())
                .extracting(Drift::toString)
                .contains("Job ordering/kept is missing")
                .doesNotContain("Job ordering/once is missing");
    }

    @Test
    void saysWhichKindTheClusterDoesNotKnow() {
        mock.forgetKind(order("ExternalSecret").at("apiVersion").text(), "ExternalSecret");

        assertThat(drifts()).containsExactly("kind ExternalSecret of external-secrets.io/v1 is missing");
    }

    @Test
    void saysThatPodsOfAnOlderTemplateRun() {
        edit("Deployment", deployment -> deployment.put("status", Map.of("replicas", 3, "updatedReplicas", 1)));

        assertThat(drifts())
                .containsExactly(
                        "Deployment ordering/order: status.updatedReplicas is to be 3, as many as there are pods, and"
                                + " is 1");
    }

    @Test
    void saysWhyItWasNotLetIn() {
        assertThat(verify(SYNTHESIS, "another").failures())
                .singleElement()
                .asString()
                .startsWith("The cluster cannot be asked: GET /api/v1")
                .contains("forbidden to whoever this is");
    }

    @Test
    void comparesListsWithoutKeysAsAWhole() {
        List<String> found = new ArrayList<>();
        Declared.compare(
                Tree.of(Map.of("spec", Map.of("args", List.of("a", "b"), "podSelector", Map.of()))),
                Tree.of(Map.of(
                        "spec", Map.of("args", List.of("a"), "podSelector", Map.of("matchLabels", Map.of("a", "b"))))),
                (path, declared, live) -> found.add(path));

        assertThat(found).containsExactlyInAnyOrder("spec.args", "spec.podSelector");
    }
}
