package dev.slipway;

import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.identity.PodIdentity.podIdentity;
import static dev.slipway.capability.identity.token.ServiceAccountTokens.serviceAccountTokens;
import static dev.slipway.capability.network.PodNetwork.podNetwork;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.registry.Ecr.ecr;
import static dev.slipway.capability.registry.LoadedImages.loadedImages;
import static dev.slipway.capability.secrets.ClusterSecrets.clusterSecrets;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;

import dev.slipway.addon.DefaultAddons;
import dev.slipway.addon.route.Traefik;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.Planner.Completion;
import dev.slipway.platform.Choice;
import java.util.List;
import java.util.stream.Stream;

/** What an environment gets that neither chooses for itself nor has its platform choose. */
final class Defaults implements Completion {
    static final List<Choice> ON_AWS = List.of(
            ecr(),
            vpc(),
            podNetwork(),
            secretsManager(),
            s3(),
            persistentVolumes(),
            albRoutes(),
            podIdentity(),
            serviceAccountTokens());

    static final List<Choice> ELSEWHERE = List.of(
            loadedImages(),
            podNetwork(),
            clusterSecrets(),
            persistentVolumes(),
            ingressRoutes(),
            serviceAccountTokens());

    @Override
    public List<Choice> defaults(boolean isOnAws) {
        return isOnAws ? ON_AWS : ELSEWHERE;
    }

    @Override
    public List<? extends Choice> impliedBy(Place place) {
        return Stream.concat(DefaultAddons.impliedBy(place).stream(), Traefik.impliedBy(place))
                .toList();
    }

    @Override
    public List<? extends Choice> neededBy(EnvironmentPlan plan) {
        return DefaultAddons.neededBy(plan);
    }
}
