package dev.slipway.workload.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.policy.PodPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.KubeRole;
import org.cdk8s.plus34.k8s.KubeRoleBinding;
import org.cdk8s.plus34.k8s.KubeServiceAccount;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PolicyRule;
import org.cdk8s.plus34.k8s.RoleRef;
import org.cdk8s.plus34.k8s.Subject;

/**
 * The job that makes the Secrets of an environment which nobody else makes. It may create Secrets in its namespace and
 * nothing else: no value ever stands in a file, and what is there already is neither read nor changed.
 */
public final class Credentials {
    /** With a dot, which no name of a service or task has. */
    static final String NAME = "platform.credentials";

    static final String SCRIPT = "credentials.py";
    static final String SECRETS = "secrets.json";

    /** Annotation with the file that lists the Secrets which will be there. */
    private static final String MAKES = "slipway.dev/makes-secrets";

    private static final String RBAC = "rbac.authorization.k8s.io";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Credentials() {}

    /** Adds nothing where no Secret has to be made. */
    public static void deploy(Manifests manifests) {
        List<GeneratedSecret> secrets = manifests.plan().generatedSecrets();
        if (secrets.isEmpty()) {
            return;
        }
        Place place = manifests.place();
        Chart chart = manifests.platform();
        identity(chart, place);
        PodPolicy.add(chart, place, NAME, edges(place));
        Map<String, String> files = new LinkedHashMap<>();
        files.put(SCRIPT, script());
        files.put(SECRETS, json(place, secrets));
        KubeConfigMap.Builder.create(chart, "ConfigMap " + NAME)
                .metadata(listing(place))
                .data(files)
                .build();
        CredentialJob.add(chart, place, files);
    }

    /** Says what stands in it, for whoever reads the manifests. */
    private static ObjectMeta listing(Place place) {
        ObjectMeta plain = Metadata.shared(place, NAME, NAME);
        return ObjectMeta.builder()
                .name(plain.getName())
                .namespace(plain.getNamespace())
                .labels(plain.getLabels())
                .annotations(Map.of(MAKES, SECRETS))
                .build();
    }

    private static void identity(Chart chart, Place place) {
        KubeServiceAccount.Builder.create(chart, "ServiceAccount " + NAME)
                .metadata(Metadata.shared(place, NAME, NAME))
                .automountServiceAccountToken(false)
                .build();
        KubeRole.Builder.create(chart, "Role " + NAME)
                .metadata(Metadata.shared(place, NAME, NAME))
                .rules(List.of(PolicyRule.builder()
                        .apiGroups(List.of(""))
                        .resources(List.of("secrets"))
                        .verbs(List.of("create"))
                        .build()))
                .build();
        KubeRoleBinding.Builder.create(chart, "RoleBinding " + NAME)
                .metadata(Metadata.shared(place, NAME, NAME))
                .roleRef(
                        RoleRef.builder().apiGroup(RBAC).kind("Role").name(NAME).build())
                .subjects(List.of(Subject.builder()
                        .kind("ServiceAccount")
                        .name(NAME)
                        .namespace(place.names().namespace())
                        .build()))
                .build();
    }

    private static List<NetworkEdge> edges(Place place) {
        List<NetworkEdge> edges = new ArrayList<>();
        place.choice(Cluster.class).ifPresent(cluster -> {
            edges.addAll(cluster.necessities());
            edges.addAll(cluster.waysToItsApi());
        });
        return edges;
    }

    static String script() {
        try (InputStream script = Credentials.class.getResourceAsStream(SCRIPT)) {
            return new String(Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(Place place, List<GeneratedSecret> secrets) {
        try {
            return JSON.writeValueAsString(secrets.stream()
                            .map(secret -> fields(place, secret))
                            .toList()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are JSON", e);
        }
    }

    private static Map<String, Object> fields(Place place, GeneratedSecret secret) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", secret.name());
        fields.put("labels", Labels.of(place));
        fields.put("known", secret.known());
        fields.put("random", secret.random());
        return fields;
    }
}
