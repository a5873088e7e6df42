package dev.slipway.render.kubernetes;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.plan.Names;
import java.util.Map;
import org.cdk8s.ApiObject;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;
import org.cdk8s.plus34.k8s.JobSpec;
import org.cdk8s.plus34.k8s.KubeJob;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * Jobs that run once for each content. Kubernetes refuses to change the pods of a job, so its name ends in a hash of its
 * spec: another spec is another job, and the same spec never runs twice.
 */
public final class Jobs {
    /** The name becomes a label of the job's pods. */
    private static final int NAME_LIMIT = 63;

    private static final int HASH_LENGTH = 8;
    private static final ObjectMapper SORTED =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Jobs() {}

    /** Adds a job whose name starts with that of the metadata: {@code order-database-1a2b3c4d}. */
    public static void add(Chart chart, ObjectMeta metadata, JobSpec spec) {
        String name = requireNonNull(metadata.getName(), "name");
        KubeJob job = KubeJob.Builder.create(chart, "Job " + name)
                .metadata(metadata)
                .spec(spec)
                .build();
        job.addJsonPatch(JsonPatch.replace("/metadata/name", named(name, hash(job))));
    }

    private static String named(String name, String hash) {
        return Names.limited(name, NAME_LIMIT - HASH_LENGTH - 1) + "-" + hash;
    }

    private static String hash(ApiObject job) {
        Object spec = job.toJson() instanceof Map<?, ?> fields ? fields.get("spec") : "";
        try {
            return Names.hash(SORTED.writeValueAsString(spec)).substring(0, HASH_LENGTH);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What cdk8s renders is JSON", e);
        }
    }
}
