package dev.slipway.review.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What External Secrets fetches into the Secrets of a namespace: https://external-secrets.io/latest/api/externalsecret/. */
final class ExternalSecrets {
    private ExternalSecrets() {}

    /** The keys of a Secret that is fetched key by key. */
    static List<String> keys(Workload workload, String secret) {
        return of(workload, secret)
                .flatMap(external -> external.at("spec.data").items().stream())
                .map(data -> data.get("secretKey").text())
                .toList();
    }

    /** Where a key of a Secret comes from, if it is fetched. */
    static Optional<EnvironmentVariable.Source> source(Workload workload, String secret, String key) {
        List<Manifest> externals = of(workload, secret).toList();
        Optional<EnvironmentVariable.Source> named = externals.stream()
                .flatMap(external -> external.at("spec.data").items().stream()
                        .filter(data -> data.get("secretKey").text().equals(key))
                        .map(data -> source(workload, external, data.get("sourceRef"), data.get("remoteRef"))))
                .findFirst();
        return named.or(() -> externals.stream()
                .flatMap(external -> external.at("spec.dataFrom").items().stream()
                        .filter(from -> from.get("extract").exists())
                        .map(from -> whole(workload, external, from, key)))
                .findFirst());
    }

    /** A secret whose fields all become keys. */
    private static EnvironmentVariable.Source whole(Workload workload, Manifest external, Tree from, String key) {
        EnvironmentVariable.Source source = source(workload, external, from.get("sourceRef"), from.get("extract"));
        return source instanceof EnvironmentVariable.Secret secret
                ? new EnvironmentVariable.Secret(secret.name(), key)
                : source;
    }

    private static EnvironmentVariable.Source source(Workload workload, Manifest external, Tree own, Tree remote) {
        Tree store = own.get("storeRef").exists() ? own.get("storeRef") : external.at("spec.secretStoreRef");
        String key = remote.get("key").text();
        return isParameterStore(workload, store)
                ? new EnvironmentVariable.Parameter(key)
                : new EnvironmentVariable.Secret(key, remote.get("property").text());
    }

    private static boolean isParameterStore(Workload workload, Tree reference) {
        String kind = reference.get("kind").text();
        boolean isOfCluster = kind.equals("ClusterSecretStore");
        return workload.synthesis().manifests(workload.environment(), kind.isEmpty() ? "SecretStore" : kind).stream()
                .filter(store -> store.name().equals(reference.get("name").text()))
                .filter(store -> isOfCluster || store.namespace().equals(workload.namespace()))
                .anyMatch(store -> store.at("spec.provider.aws.service").text().equals("ParameterStore"));
    }

    private static Stream<Manifest> of(Workload workload, String secret) {
        return workload.synthesis().manifests(workload.environment(), "ExternalSecret").stream()
                .filter(external -> external.namespace().equals(workload.namespace()))
                .filter(external -> target(external).equals(secret));
    }

    private static String target(Manifest external) {
        String name = external.at("spec.target.name").text();
        return name.isEmpty() ? external.name() : name;
    }
}
