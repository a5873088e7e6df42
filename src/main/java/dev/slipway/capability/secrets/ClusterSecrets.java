package dev.slipway.capability.secrets;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps the secrets of services as Secrets in the cluster, {@code <service>.<purpose>}. One that is generated is made there, of
 * values that nobody is told; one that people put in they create themselves, and until then the pods wait for it. It is what
 * an environment gets whose cluster is not on AWS.
 *
 * <pre>{@code
 * kubectl -n shop-local create secret generic notification.smtp --from-literal=username=.. --from-literal=password=..
 * }</pre>
 */
@Declares
public record ClusterSecrets(Origin origin) implements Provider<SecretNeed>, RunsInCluster {
    /** {@code Environment.named("local").with(clusterSecrets())}. */
    public static ClusterSecrets clusterSecrets() {
        return new ClusterSecrets(Origin.here());
    }

    @Override
    public Class<SecretNeed> meets() {
        return SecretNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> rotated = place.claims(SecretNeed.class).stream()
                .filter(claim ->
                        claim.need().rotation().isPresent() && claim.need().generated())
                .map(claim -> error(
                        "secrets/rotation-in-cluster",
                        claim.origin(),
                        "The secret (%s) of service %s must be rotated, and in environment %s it is kept in the cluster, where nothing does that."
                                .formatted(
                                        claim.need().purpose(),
                                        claim.service().name(),
                                        place.environment().name()),
                        "leave out rotatedEvery(..), or choose a cluster on AWS and secretsManager()."));
        return Stream.concat(SecretChecks.of(place), rotated);
    }

    @Override
    public Binding bind(Claim<? extends SecretNeed> claim, Place place) {
        SecretNeed need = claim.need();
        String secret = nameOf(claim);
        Binding variables = new Binding(
                need.properties().stream()
                        .map(property -> Variable.fromCluster(
                                SecretsManager.variable(need.purpose(), property), secret, property, need.describe()))
                        .toList(),
                List.of(),
                List.of());
        return need.generated()
                ? variables.and(
                        Binding.ofSecrets(new GeneratedSecret(secret, Map.of(), need.properties(), need.describe())))
                : variables;
    }

    @Override
    public void deploy(Manifests manifests) {
        manifests.place().claims(SecretNeed.class).stream()
                .filter(claim -> !claim.need().generated())
                .forEach(claim -> manifests.expects("Secret", nameOf(claim)));
    }

    /** Its dot keeps it apart from what is named after a service alone. */
    private static String nameOf(Claim<? extends SecretNeed> claim) {
        return claim.service().name() + "." + claim.need().purpose();
    }
}
