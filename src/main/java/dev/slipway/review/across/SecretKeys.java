package dev.slipway.review.across;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.permission.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A key of a Secret, the parameter or secret on AWS that it is fetched from, the role that fetches it, and who reads it. */
public final class SecretKeys {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Planes planes;
    private final Map<String, Resource> made = new TreeMap<>();
    private final Set<String> prefixes = new TreeSet<>();
    private final Set<String> roles = new TreeSet<>();
    private final Permissions permissions;

    private SecretKeys(Planes planes) {
        this.planes = planes;
        this.permissions = Permissions.of(planes.synthesis(), planes.name());
        for (String type : List.of("AWS::SecretsManager::Secret", "AWS::SSM::Parameter")) {
            planes.anyOfType(type).forEach(resource -> {
                String name = resource.property("Name").text();
                made.put(name, resource);
                prefix(name).ifPresent(prefixes::add);
            });
        }
        roles.addAll(permissions.roles());
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis)
                .filter(planes -> !planes.resources().isEmpty())
                .map(SecretKeys::new)
                .flatMap(keys -> Stream.concat(keys.fetched(), keys.unread()));
    }

    /** Platform and environment, by which planned names begin. */
    private static Optional<String> prefix(String name) {
        String[] parts = name.replaceFirst("^/", "").split("/", -1);
        return parts.length < 3 ? Optional.empty() : Optional.of(parts[0] + "/" + parts[1] + "/");
    }

    private Stream<Finding> fetched() {
        return planes.ofKind("ExternalSecret").flatMap(secret -> {
            List<Tree> items = secret.at("spec.data").items();
            List<Finding> found = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                found.addAll(fetched(secret, "spec.data." + i, items.get(i)));
            }
            return found.stream();
        });
    }

    private List<Finding> fetched(Manifest secret, String path, Tree item) {
        String key = item.at("remoteRef.key").text();
        Tree store = item.at("sourceRef.storeRef.name").exists()
                ? item.at("sourceRef.storeRef.name")
                : secret.at("spec.secretStoreRef.name");
        Optional<Tree> aws = planes.find("SecretStore", secret.namespace(), store.text())
                .map(object -> object.at("spec.provider.aws"))
                .filter(Tree::exists);
        if (aws.isEmpty()) {
            return List.of();
        }
        Resource resource = made.get(key);
        if (resource == null) {
            // under other names somebody else may have put it there: an adopted database, another team's parameter
            return prefix(key).filter(prefixes::contains).stream()
                    .map(prefix -> Finding.about(
                            secret,
                            path + ".remoteRef.key",
                            "(%s) must be a parameter or secret that a stack makes.".formatted(key)))
                    .toList();
        }
        return Stream.of(
                        service(secret, path, key, resource, aws.get()),
                        property(secret, path, item, resource),
                        reader(secret, key, resource, aws.get()))
                .flatMap(findings -> findings)
                .toList();
    }

    private static Stream<Finding> service(Manifest secret, String path, String key, Resource made, Tree aws) {
        String needed = made.type().equals("AWS::SSM::Parameter") ? "ParameterStore" : "SecretsManager";
        return aws.get("service").text().equals(needed)
                ? Stream.empty()
                : Stream.of(Finding.about(
                        secret,
                        path + ".sourceRef.storeRef.name",
                        "must be a store of %s, where %s is.".formatted(needed, key)));
    }

    /** What people put into a secret nobody knows here; what is generated is written in its template. */
    private static Stream<Finding> property(Manifest secret, String path, Tree item, Resource made) {
        String property = item.at("remoteRef.property").text();
        Tree generated = made.property("GenerateSecretString");
        if (property.isEmpty() || !generated.exists()) {
            return Stream.empty();
        }
        Set<String> keys =
                new TreeSet<>(names(generated.get("SecretStringTemplate").text()));
        keys.add(generated.get("GenerateStringKey").text());
        return keys.contains(property)
                ? Stream.empty()
                : Stream.of(Finding.about(
                        secret,
                        path + ".remoteRef.property",
                        "(%s) must be a key of secret %s (%s)."
                                .formatted(property, made.property("Name").text(), String.join(", ", keys))));
    }

    private static List<String> names(String json) {
        try {
            List<String> names = new ArrayList<>();
            JSON.readTree(json.isEmpty() ? "{}" : json).fieldNames().forEachRemaining(names::add);
            return List.copyOf(names);
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }

    private Stream<Finding> reader(Manifest secret, String key, Resource made, Tree aws) {
        String[] arn = aws.get("role").text().split(":", 6);
        if (arn.length < 6 || !arn[5].startsWith("role/")) {
            return Stream.empty();
        }
        String role = arn[5].replaceFirst("^role/", "");
        if (!roles.contains(role)) {
            return Stream.of(Finding.about(
                    secret,
                    "spec.data",
                    "is fetched by role (%s), which must be one of environment %s.".formatted(role, planes.name())));
        }
        boolean isParameter = made.type().equals("AWS::SSM::Parameter");
        String action = isParameter ? "ssm:GetParameter" : "secretsmanager:GetSecretValue";
        String resource = "arn:%s:%s:%s:%s:%s"
                .formatted(
                        arn[1],
                        isParameter ? "ssm" : "secretsmanager",
                        aws.get("region").text(),
                        arn[4],
                        isParameter ? "parameter" + key : "secret:" + key + "-0aB1cD");
        return permissions.allows(role, action, resource)
                ? Stream.empty()
                : Stream.of(Finding.about(
                        secret,
                        "spec.data",
                        "is fetched by role (%s), which must be allowed %s on %s.".formatted(role, action, key)));
    }

    /** Keys that are fetched and handed to nobody. */
    private Stream<Finding> unread() {
        Set<String> read = planes.pods()
                .flatMap(
                        pod -> pod.spec().all().flatMap(tree -> read(pod.owner().namespace(), tree)))
                .collect(Collectors.toCollection(TreeSet::new));
        return planes.ofKind("ExternalSecret")
                .filter(secret -> !secret.at("spec.target.template").exists())
                .flatMap(secret -> {
                    String target = secret.namespace() + "/"
                            + secret.at("spec.target.name").text();
                    boolean isUsed = read.stream().anyMatch(name -> name.startsWith(target + "/"));
                    return secret.at("spec.data").items().stream()
                            .map(item -> item.get("secretKey").text())
                            .filter(key ->
                                    isUsed && !read.contains(target + "/*") && !read.contains(target + "/" + key))
                            .map(key -> Finding.about(
                                            secret,
                                            "spec.data",
                                            "fetches a key (%s) that must be read by a pod, as a variable or a file."
                                                    .formatted(key))
                                    .asWarning());
                });
    }

    private static Stream<String> read(String namespace, Tree tree) {
        Tree key = tree.get("secretKeyRef");
        Stream<String> one = Stream.of(
                namespace + "/" + key.get("name").text() + "/" + key.get("key").text());
        Stream<String> volume = tree.get("secretName").exists()
                ? Stream.of(namespace + "/" + tree.get("secretName").text() + "/*")
                : Stream.empty();
        Stream<String> whole = Stream.of("secretRef", "secret")
                .map(field -> tree.get(field).get("name"))
                .filter(Tree::exists)
                .map(name -> namespace + "/" + name.text() + "/*");
        return Stream.of(key.exists() ? one : Stream.<String>empty(), volume, whole)
                .flatMap(names -> names);
    }
}
