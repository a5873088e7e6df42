package dev.slipway.capability.edge;

import dev.slipway.plan.Place;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.PrivateBucket;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.LifecycleRule;

/** The bucket in which the load balancer keeps a line for each request. */
final class AccessLogs {
    private static final String NAME = "access-logs";

    private AccessLogs() {}

    static String bucketOf(Place place) {
        return place.names().bucket(NAME, place.target());
    }

    /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html. */
    static void add(EnvironmentStack stack, int days) {
        Place place = stack.stage().place();
        Bucket bucket = PrivateBucket.builder(stack, "AccessLogs", bucketOf(place))
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .id("cleanup")
                        .abortIncompleteMultipartUploadAfter(Duration.days(PrivateBucket.ABANDONED_UPLOAD_DAYS))
                        .expiration(Duration.days(days))
                        .build()))
                .build();
        bucket.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("logdelivery.elasticloadbalancing.amazonaws.com")))
                .actions(List.of("s3:PutObject"))
                .resources(List.of(bucket.arnForObjects(
                        "AWSLogs/%s/*".formatted(place.target().account()))))
                .build());
    }
}
