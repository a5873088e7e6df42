package dev.slipway.render.kubernetes;

import java.util.Map;
import java.util.Optional;
import org.cdk8s.ApiObject;
import org.cdk8s.ApiObjectMetadata;
import org.cdk8s.ApiObjectProps;
import org.cdk8s.JsonPatch;
import org.cdk8s.plus34.k8s.ObjectMeta;
import software.constructs.Construct;

/** Objects of kinds that a controller in the cluster adds, and for which cdk8s-plus has no class. */
public final class CustomObject {
    private CustomObject() {}

    /** An object of a kind that a controller in the cluster adds. */
    public static ApiObject add(
            Construct scope, String apiVersion, String kind, ObjectMeta metadata, Map<String, ?> spec) {
        ApiObject object = new ApiObject(
                scope,
                kind + " " + metadata.getName(),
                ApiObjectProps.builder()
                        .apiVersion(apiVersion)
                        .kind(kind)
                        .metadata(copy(metadata))
                        .build());
        object.addJsonPatch(JsonPatch.add("/spec", spec));
        return object;
    }

    private static ApiObjectMetadata copy(ObjectMeta metadata) {
        ApiObjectMetadata.Builder builder =
                ApiObjectMetadata.builder().name(metadata.getName()).labels(metadata.getLabels());
        Optional.ofNullable(metadata.getNamespace()).ifPresent(builder::namespace);
        Optional.ofNullable(metadata.getAnnotations()).ifPresent(builder::annotations);
        return builder.build();
    }
}
