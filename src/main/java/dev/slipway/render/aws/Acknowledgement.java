package dev.slipway.render.aws;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
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

    /** That a statement allows more than one resource by its pattern, which may hold tokens of the stack. */
    public static Acknowledgement ofWildcard(Stack stack, String resource, String reason) {
        return of("AwsSolutions-IAM5[Resource::%s]".formatted(flat(stack.resolve(resource))), reason);
    }

    /** With the names of what is read in angle brackets, as cdk-nag writes them. */
    private static String flat(Object resolved) {
        if (resolved instanceof Map<?, ?> function) {
            Map.Entry<?, ?> call = function.entrySet().iterator().next();
            return call.getKey().equals("Fn::Join")
                    ? ((List<?>) ((List<?>) call.getValue()).get(1))
                            .stream().map(Acknowledgement::flat).collect(Collectors.joining())
                    : "<" + call.getValue() + ">";
        }
        return String.valueOf(resolved);
    }

    public void on(IConstruct construct) {
        construct.getNode().addMetadata(METADATA, Map.of(PREFIX + rule, reason));
    }
}
