package dev.slipway.capability.storage;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Target;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Amazon S3: a private, encrypted, versioned bucket for each one declared, in the stack {@code storage}. It is what an
 * environment gets unless it chooses another way.
 *
 * <pre>{@code
 * Environment.named("prod").with(s3())
 * }</pre>
 */
@Declares
public record S3(Origin origin) implements Provider<StorageNeed>, ProvisionsOnAws {
    private static final int HTTPS = 443;
    private static final List<String> WRITE = List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject");
    private static final List<String> READ = List.of("s3:GetObject");

    public static S3 s3() {
        return new S3(Origin.here());
    }

    @Override
    public Class<StorageNeed> meets() {
        return StorageNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return BucketChecks.of(place);
    }

    @Override
    public Binding bind(Claim<? extends StorageNeed> claim, Place place) {
        String reason = claim.need().describe();
        String bucket = nameOf(claim.need().bucket(), place);
        Arn arn = Arn.of("arn:%s:s3:::%s".formatted(place.target().partition(), bucket));
        Arn objects = Arn.of(arn.pattern() + "/*");
        return Binding.ofVariables(
                        Variable.plain(variable(claim.need().bucket()), bucket, reason),
                        Variable.plain("AWS_REGION", place.target().region(), reason))
                .and(Binding.ofGrants(
                        Grant.allow(claim.need() instanceof Bucket ? WRITE : READ, objects, reason),
                        Grant.allow(List.of("s3:ListBucket"), arn, reason)))
                .and(Binding.ofEdges(
                        NetworkEdge.out(new Peer.OfHost(host(bucket, place.target())), HTTPS, reason, claim.origin())));
    }

    static String nameOf(Bucket bucket, Place place) {
        return place.names().bucket(bucket.name(), place.target());
    }

    /** {@code tax-invoices}: {@code BUCKET_TAX_INVOICES}. */
    private static String variable(Bucket bucket) {
        return "BUCKET_" + bucket.name().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html. */
    private static String host(String bucket, Target target) {
        String domain = target.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return "%s.s3.%s.%s".formatted(bucket, target.region(), domain);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        BucketStack.provision(stage);
    }
}
