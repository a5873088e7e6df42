package dev.slipway.review.practice.workload;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.practice.workload.Pods.Container;
import java.util.List;
import java.util.stream.Stream;

/** What each container should say of itself: https://docs.aws.amazon.com/eks/latest/best-practices/application.html. */
public final class Containers {
    private static final List<String> PROBES = List.of("livenessProbe", "readinessProbe");
    private static final List<String> AMOUNTS = List.of("requests.cpu", "requests.memory", "limits.memory");

    private Containers() {}

    private static Stream<Container> all(Synthesis synthesis) {
        return Pods.in(synthesis).flatMap(pods -> pods.containers().stream());
    }

    public static Stream<Finding> unprobed(Synthesis synthesis) {
        return all(synthesis).filter(container -> container.pods().isServing()).flatMap(container -> PROBES.stream()
                .filter(probe -> !container.tree().get(probe).exists())
                .map(probe -> about(container, probe, "must be set: nobody else notices that it hangs.")));
    }

    public static Stream<Finding> unbounded(Synthesis synthesis) {
        return all(synthesis).flatMap(container -> AMOUNTS.stream()
                .filter(amount -> !container.tree().get("resources").at(amount).exists())
                .map(amount -> about(
                        container, "resources." + amount, "must be set, or the container takes what others need.")));
    }

    public static Stream<Finding> writable(Synthesis synthesis) {
        return all(synthesis)
                .filter(container -> !container
                        .tree()
                        .at("securityContext.readOnlyRootFilesystem")
                        .isTrue())
                .map(container -> about(
                        container,
                        "securityContext.readOnlyRootFilesystem",
                        "must be true, or whoever breaks in brings tools along."));
    }

    /** A token of the API server in pods that nobody lets call it. */
    public static Stream<Finding> tokens(Synthesis synthesis) {
        return Pods.in(synthesis)
                .filter(pods ->
                        !pods.spec().get("automountServiceAccountToken").text().equals("false"))
                .filter(pods -> !isMountedNowhere(synthesis, pods))
                .filter(pods -> !Rbac.isBound(synthesis, pods))
                .map(pods -> Finding.about(
                        pods.owner(),
                        pods.specPath() + ".automountServiceAccountToken",
                        "must be false: no binding lets service account %s do anything.".formatted(pods.account())));
    }

    /** The account decides where the pod says nothing. */
    private static boolean isMountedNowhere(Synthesis synthesis, Pods pods) {
        return !pods.spec().get("automountServiceAccountToken").exists()
                && synthesis.manifests(pods.owner().environment(), "ServiceAccount").stream()
                        .filter(account ->
                                account.namespace().equals(pods.owner().namespace())
                                        && account.name().equals(pods.account()))
                        .anyMatch(account -> account.at("automountServiceAccountToken")
                                .text()
                                .equals("false"));
    }

    private static Finding about(Container container, String field, String what) {
        return Finding.about(container.pods().owner(), container.path() + "." + field, what);
    }
}
