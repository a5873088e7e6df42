package dev.slipway.render.kubernetes;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Variable.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * Secrets that External Secrets makes in the cluster from what stands in Secrets Manager and Parameter Store. Each
 * owner has stores of its own, with a role that reads the owner's values and nothing else.
 */
public final class ExternalSecrets {
    private static final String API = "external-secrets.io/v1";
    private static final String STORE = "SecretStore";
    /** Within it a rotated secret reaches the cluster; at 0.05 USD for 10,000 reads, 0.02 USD a month for each key. */
    private static final String REFRESH_INTERVAL = "15m0s";

    private ExternalSecrets() {}

    /**
     * Adds one ExternalSecret, which makes the Secret {@code metadata.name} with exactly these keys, and a store for
     * each AWS service that it reads.
     *
     * @param readerRoleArn the role as which the stores read
     * @param keys by key of the Secret, a parameter or a property of a secret; other sources are not read from AWS
     */
    public static void add(
            Chart chart, Place place, ObjectMeta metadata, String readerRoleArn, SortedMap<String, Source> keys) {
        stores(chart, place, metadata, readerRoleArn, keys);
        CustomObject.add(chart, API, "ExternalSecret", metadata, spec(Metadata.nameOf(metadata), keys));
    }

    /** What the ExternalSecret of a name says: changes exactly when its Secret gets other keys or sources. */
    public static Map<String, Object> spec(String name, SortedMap<String, Source> keys) {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("name", name);
        target.put("creationPolicy", "Owner");
        // pods keep what they have when a value is gone from AWS
        target.put("deletionPolicy", "Retain");
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("refreshInterval", REFRESH_INTERVAL);
        spec.put("target", target);
        spec.put(
                "data",
                keys.entrySet().stream()
                        .filter(entry -> isInAws(entry.getValue()))
                        .map(entry -> data(name, entry.getKey(), entry.getValue()))
                        .toList());
        return spec;
    }

    private static boolean isInAws(Source source) {
        return source instanceof Source.FromSecret || source instanceof Source.FromParameter;
    }

    private static void stores(
            Chart chart, Place place, ObjectMeta metadata, String readerRoleArn, SortedMap<String, Source> keys) {
        if (keys.values().stream().anyMatch(Source.FromSecret.class::isInstance)) {
            store(chart, place, renamed(metadata, secrets(Metadata.nameOf(metadata))), "SecretsManager", readerRoleArn);
        }
        if (keys.values().stream().anyMatch(Source.FromParameter.class::isInstance)) {
            store(
                    chart,
                    place,
                    renamed(metadata, parameters(Metadata.nameOf(metadata))),
                    "ParameterStore",
                    readerRoleArn);
        }
    }

    private static void store(Chart chart, Place place, ObjectMeta metadata, String service, String readerRoleArn) {
        Map<String, Object> aws = new LinkedHashMap<>();
        aws.put("service", service);
        aws.put("region", place.target().region());
        aws.put("role", readerRoleArn);
        CustomObject.add(chart, API, STORE, metadata, Map.of("provider", Map.of("aws", aws)));
    }

    private static Map<String, Object> data(String name, String key, Source source) {
        Map<String, Object> remote = new LinkedHashMap<>();
        String store;
        if (source instanceof Source.FromSecret secret) {
            store = secrets(name);
            remote.put("key", secret.secret());
            remote.put("property", secret.property());
        } else {
            store = parameters(name);
            remote.put("key", ((Source.FromParameter) source).parameter().name());
        }
        // what the CRD sets by itself: said here, or a GitOps controller sees a difference for ever
        remote.put("conversionStrategy", "Default");
        remote.put("decodingStrategy", "None");
        remote.put("metadataPolicy", "None");
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("name", store);
        reference.put("kind", STORE);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("secretKey", key);
        data.put("remoteRef", remote);
        data.put("sourceRef", Map.of("storeRef", reference));
        return data;
    }

    private static String secrets(String name) {
        return name + "-secrets";
    }

    private static String parameters(String name) {
        return name + "-parameters";
    }

    private static ObjectMeta renamed(ObjectMeta metadata, String name) {
        return ObjectMeta.builder()
                .name(name)
                .namespace(metadata.getNamespace())
                .labels(metadata.getLabels())
                .annotations(metadata.getAnnotations())
                .build();
    }
}
