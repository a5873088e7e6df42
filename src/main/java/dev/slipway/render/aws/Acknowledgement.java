package dev.slipway.render.aws;

import java.util.Map;
import software.constructs.IConstruct;

/**
 * Says beside a construct which finding of cdk-nag stands, and what makes up for it. It is written to the cloud assembly, and
 * listed in the reference.
 *
 * <pre>{@code
 * Acknowledgement.of("AwsSolutions-RDS11", "Only the cluster reaches the port.").on(instance);
 * }</pre>
 *
 * @param rule with its finding in brackets where it has several: {@code AwsSolutions-IAM5[Resource::*]}
 * @param reason what compensates, not why it was convenient
 */
public record Acknowledgement(String rule, String reason) {
    /** Under which cdk-nag looks, at a construct and at all above it. Its own method refuses the ARNs of managed policies. */
    public static final String METADATA = "aws:cdk:acknowledged-rules";

    private static final String PREFIX = "Annotation::";

    public static Acknowledgement of(String rule, String reason) {
        return new Acknowledgement(rule, reason);
    }

    /** That a role has a policy which AWS keeps: {@code AmazonEKSClusterPolicy}. */
    public static Acknowledgement ofManagedPolicy(String policy, String reason) {
        return of("AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/%s]".formatted(policy), reason);
    }

    public void on(IConstruct construct) {
        construct.getNode().addMetadata(METADATA, Map.of(PREFIX + rule, reason));
    }
}
