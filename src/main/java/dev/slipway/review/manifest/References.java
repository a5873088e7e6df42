package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.finding.Finding;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of config maps, secrets, accounts and classes, and the keys in them: each leads to an object of the output, or to what is given. */
final class References {
    private References() {}

    static Stream<Finding> findings(Environment environment) {
        return Stream.of(
                        environment.pods().flatMap(pod -> ofPod(environment, pod)),
                        environment.pods().flatMap(pod -> mounts(pod)),
                        environment.roots("ExternalSecret").flatMap(root -> store(environment, root)),
                        environment
                                .roots("Ingress")
                                .map(root -> root.at("spec.ingressClassName"))
                                .flatMap(name -> exists(environment, "IngressClass", name)),
                        environment
                                .roots("IngressClass")
                                .map(root -> root.at("spec.parameters"))
                                .filter(Field::exists)
                                .flatMap(parameters ->
                                        exists(environment, parameters.text("kind"), parameters.at("name"))),
                        environment
                                .roots("Gateway")
                                .map(root -> root.at("spec.gatewayClassName"))
                                .flatMap(name -> exists(environment, "GatewayClass", name)),
                        environment.roots("HTTPRoute", "GRPCRoute").flatMap(root -> parents(environment, root)),
                        environment
                                .roots("PersistentVolumeClaim")
                                .map(root -> root.at("spec.storageClassName"))
                                .flatMap(name -> exists(environment, "StorageClass", name)),
                        environment.roots("StatefulSet").flatMap(root -> ofStatefulSet(environment, root)),
                        environment
                                .roots("RoleBinding", "ClusterRoleBinding")
                                .flatMap(root -> ofBinding(environment, root)))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ofPod(Environment environment, Pod pod) {
        String namespace = pod.namespace();
        Stream<Finding> account = Stream.of(pod.spec().at("serviceAccountName"))
                .filter(name -> name.exists() && !Scopes.SERVICE_ACCOUNTS.contains(name.text()))
                .filter(name -> !environment.has("ServiceAccount", namespace, name.text()))
                .map(name -> missing(name, "ServiceAccount", namespace));
        Stream<Finding> variables = pod.containers().stream()
                .flatMap(container -> container.items("env").stream())
                .flatMap(env -> Stream.concat(
                        key(environment, namespace, "ConfigMap", env.at("valueFrom.configMapKeyRef")),
                        key(environment, namespace, "Secret", env.at("valueFrom.secretKeyRef"))));
        Stream<Finding> sources = pod.containers().stream()
                .flatMap(container -> container.items("envFrom").stream())
                .flatMap(from -> Stream.concat(
                        whole(environment, namespace, "ConfigMap", from.at("configMapRef"), "name"),
                        whole(environment, namespace, "Secret", from.at("secretRef"), "name")));
        Stream<Finding> pulls = pod.spec().items("imagePullSecrets").stream()
                .flatMap(secret -> whole(environment, namespace, "Secret", secret, "name"));
        Stream<Finding> volumes =
                pod.spec().items("volumes").stream().flatMap(volume -> ofVolume(environment, namespace, volume));
        Stream<Finding> priority = Stream.of(pod.spec().at("priorityClassName"))
                .filter(name -> !Scopes.PRIORITY_CLASSES.contains(name.text()))
                .flatMap(name -> exists(environment, "PriorityClass", name));
        return Stream.of(account, variables, sources, pulls, volumes, priority).flatMap(findings -> findings);
    }

    private static Stream<Finding> ofVolume(Environment environment, String namespace, Field volume) {
        Stream<Field> sources = Stream.concat(Stream.of(volume), volume.items("projected.sources").stream());
        Stream<Finding> files = sources.flatMap(source -> Stream.of("configMap", "secret")
                .map(source::at)
                .filter(Field::exists)
                .flatMap(from -> {
                    String kind = from.name().equals("configMap") ? "ConfigMap" : "Secret";
                    String name = from.has("secretName") ? "secretName" : "name";
                    Stream<Finding> items = from.items("items").stream()
                            .flatMap(item -> keyOf(environment, namespace, kind, from.text(name), item.at("key")));
                    return Stream.concat(whole(environment, namespace, kind, from, name), items);
                }));
        Field claim = volume.at("persistentVolumeClaim.claimName");
        return !claim.exists() || environment.has("PersistentVolumeClaim", namespace, claim.text())
                ? files
                : Stream.concat(files, Stream.of(missing(claim, "PersistentVolumeClaim", namespace)));
    }

    /** Mounts of volumes that are declared, and volumes that something mounts. */
    private static Stream<Finding> mounts(Pod pod) {
        Set<String> declared = Stream.concat(
                        pod.spec().items("volumes").stream().map(volume -> volume.text("name")),
                        Field.root(pod.owner()).items("spec.volumeClaimTemplates").stream()
                                .map(claim -> claim.text("metadata.name")))
                .collect(Collectors.toCollection(TreeSet::new));
        return pod.containers().stream()
                .flatMap(container -> container.items("volumeMounts").stream())
                .map(mount -> mount.at("name"))
                .filter(name -> !declared.contains(name.text()))
                .map(name -> name.finding("reference", "(%s) must be a volume of the pod.".formatted(name.text())));
    }

    private static Stream<Finding> store(Environment environment, Field root) {
        return Stream.concat(
                        Stream.of(root.at("spec.secretStoreRef")),
                        Stream.concat(root.items("spec.data").stream(), root.items("spec.dataFrom").stream())
                                .map(from -> from.at("sourceRef.storeRef")))
                .filter(Field::exists)
                .flatMap(ref -> {
                    boolean isGlobal = ref.text("kind").equals("ClusterSecretStore");
                    return isGlobal
                            ? exists(environment, "ClusterSecretStore", ref.at("name"))
                            : environment.has("SecretStore", root.text("metadata.namespace"), ref.text("name"))
                                    ? Stream.empty()
                                    : Stream.of(
                                            missing(ref.at("name"), "SecretStore", root.text("metadata.namespace")));
                });
    }

    private static Stream<Finding> parents(Environment environment, Field route) {
        return route.items("spec.parentRefs").stream()
                .filter(parent -> !parent.has("kind") || parent.text("kind").equals("Gateway"))
                .filter(parent -> !environment.has(
                        "Gateway",
                        parent.has("namespace") ? parent.text("namespace") : route.text("metadata.namespace"),
                        parent.text("name")))
                .map(parent -> missing(parent.at("name"), "Gateway", parent.text("namespace")));
    }

    private static Stream<Finding> ofStatefulSet(Environment environment, Field root) {
        Stream<Finding> classes = root.items("spec.volumeClaimTemplates").stream()
                .map(claim -> claim.at("spec.storageClassName"))
                .flatMap(name -> exists(environment, "StorageClass", name));
        Field service = root.at("spec.serviceName");
        return !service.exists() || environment.has("Service", root.text("metadata.namespace"), service.text())
                ? classes
                : Stream.concat(classes, Stream.of(missing(service, "Service", root.text("metadata.namespace"))));
    }

    private static Stream<Finding> ofBinding(Environment environment, Field root) {
        Field role = root.at("roleRef");
        boolean isGlobal = role.text("kind").equals("ClusterRole");
        boolean isKnown = isGlobal
                ? Scopes.CLUSTER_ROLES.contains(role.text("name")) || environment.has("ClusterRole", role.text("name"))
                : environment.has("Role", root.text("metadata.namespace"), role.text("name"));
        Stream<Finding> accounts = root.items("subjects").stream()
                .filter(subject -> subject.text("kind").equals("ServiceAccount"))
                .filter(subject -> environment.has("Namespace", subject.text("namespace")))
                .filter(subject -> !environment.has("ServiceAccount", subject.text("namespace"), subject.text("name")))
                .map(subject -> missing(subject.at("name"), "ServiceAccount", subject.text("namespace")));
        return isKnown
                ? accounts
                : Stream.concat(
                        accounts,
                        Stream.of(missing(role.at("name"), role.text("kind"), root.text("metadata.namespace"))));
    }

    private static Stream<Finding> key(Environment environment, String namespace, String kind, Field ref) {
        return !ref.exists() || ref.value().get("optional").isTrue()
                ? Stream.empty()
                : Stream.concat(
                        whole(environment, namespace, kind, ref, "name"),
                        keyOf(environment, namespace, kind, ref.text("name"), ref.at("key")));
    }

    private static Stream<Finding> whole(
            Environment environment, String namespace, String kind, Field ref, String name) {
        Field field = ref.at(name);
        boolean isGiven = kind.equals("ConfigMap") && Scopes.CONFIG_MAPS.contains(field.text());
        return !ref.exists()
                        || ref.value().get("optional").isTrue()
                        || isGiven
                        || keys(environment, namespace, kind, field.text()).isPresent()
                ? Stream.empty()
                : Stream.of(missing(field, kind, namespace));
    }

    private static Stream<Finding> keyOf(
            Environment environment, String namespace, String kind, String name, Field key) {
        return keys(environment, namespace, kind, name)
                .filter(keys -> !keys.contains(key.text()) && !keys.contains(Secrets.ANY))
                .map(keys -> key.finding("reference", "(%s) must be a key of %s %s.".formatted(key.text(), kind, name)))
                .stream();
    }

    /** The keys of a config map or secret; none where there is no such object. */
    private static Optional<Set<String>> keys(Environment environment, String namespace, String kind, String name) {
        return kind.equals("Secret")
                ? Secrets.keys(environment, namespace, name)
                : environment.find(kind, namespace, name).map(References::data);
    }

    private static Set<String> data(Manifest map) {
        return Stream.of("data", "binaryData")
                .flatMap(field -> map.at(field).fields().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Finding> exists(Environment environment, String kind, Field name) {
        boolean isGiven = (kind.equals("StorageClass") && Scopes.STORAGE_CLASSES.contains(name.text()))
                || environment.expects(kind, name.text());
        return !name.exists() || name.text().isEmpty() || isGiven || environment.has(kind, name.text())
                ? Stream.empty()
                : Stream.of(missing(name, kind, ""));
    }

    private static Finding missing(Field name, String kind, String namespace) {
        return name.finding(
                "reference",
                "(%s) must be a %s%s of the output, or one that is given."
                        .formatted(name.text(), kind, namespace.isEmpty() ? "" : " in namespace " + namespace));
    }
}
