package dev.slipway.capability.storage;

import dev.slipway.plan.binding.Claim;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.PrivateBucket;
import dev.slipway.render.aws.StageTags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.StorageClass;
import software.amazon.awscdk.services.s3.Transition;

/** The stack {@code storage}: a bucket for each one declared. Reads and publishes nothing, as names are planned. */
final class BucketStack {
    private static final String CONCERN = "storage";

    /** Time to notice that something was overwritten or deleted. */
    private static final int NONCURRENT_DAYS = 30;

    private BucketStack() {}

    static void provision(EnvironmentStage stage) {
        Map<String, List<Claim<StorageNeed>>> byName = new LinkedHashMap<>();
        stage.place().claims(StorageNeed.class).stream()
                .filter(claim -> claim.need() instanceof Bucket)
                .forEach(claim -> byName.computeIfAbsent(claim.need().bucket().name(), name -> new ArrayList<>())
                        .add(claim));
        byName.values()
                .forEach(claims -> add(
                        stage.stack(CONCERN),
                        claims.get(0).need().bucket(),
                        claims.stream().map(Claim::service).toList()));
    }

    private static void add(EnvironmentStack stack, Bucket bucket, List<Service> owners) {
        software.amazon.awscdk.services.s3.Bucket made = PrivateBucket.builder(
                        stack,
                        "Bucket " + bucket.name(),
                        S3.nameOf(bucket, stack.stage().place()))
                .versioned(true)
                .lifecycleRules(List.of(lifecycle(bucket)))
                .build();
        if (owners.size() == 1) {
            StageTags.ofService(made, owners.get(0));
        }
    }

    private static LifecycleRule lifecycle(Bucket bucket) {
        LifecycleRule.Builder rule = LifecycleRule.builder()
                .id("cleanup")
                .abortIncompleteMultipartUploadAfter(Duration.days(PrivateBucket.ABANDONED_UPLOAD_DAYS))
                .noncurrentVersionExpiration(Duration.days(NONCURRENT_DAYS));
        bucket.archiving()
                .ifPresent(days -> rule.transitions(List.of(Transition.builder()
                        .storageClass(StorageClass.GLACIER_INSTANT_RETRIEVAL)
                        .transitionAfter(Duration.days(days))
                        .build())));
        // S3 lets markers of deleted objects go by themselves only where objects do not expire
        bucket.expiry()
                .ifPresentOrElse(
                        days -> rule.expiration(Duration.days(days)), () -> rule.expiredObjectDeleteMarker(true));
        return rule.build();
    }
}
