package dev.slipway.verify.aws;

import dev.slipway.review.Tree;
import dev.slipway.verify.aws.question.AwsServices;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateStage;

/**
 * A stack as CloudFormation has it.
 *
 * @param status {@code UPDATE_COMPLETE}
 * @param parameters what parameters that stand in Parameter Store came to at the last deployment, by their names
 * @param resources the physical id of each resource by its logical id
 * @param template that was deployed last
 */
record LiveStack(
        String name, String status, Map<String, String> parameters, Map<String, String> resources, Tree template) {
    private static final String GONE = "DELETE_COMPLETE";

    static Optional<LiveStack> find(AwsServices aws, String name) {
        Stack stack;
        try {
            stack = aws.cloudFormation()
                    .describeStacks(request -> request.stackName(name))
                    .stacks()
                    .get(0);
        } catch (AwsServiceException e) {
            if (String.valueOf(e.getMessage()).contains("does not exist") || Asking.isMissing(e)) {
                return Optional.empty();
            }
            throw e;
        }
        Map<String, String> parameters = new TreeMap<>();
        stack.parameters().stream()
                .filter(parameter -> parameter.resolvedValue() != null)
                .forEach(parameter -> parameters.put(parameter.parameterKey(), parameter.resolvedValue()));
        Map<String, String> resources = new TreeMap<>();
        aws
                .cloudFormation()
                .listStackResourcesPaginator(request -> request.stackName(name))
                .stackResourceSummaries()
                .stream()
                .filter(resource -> !GONE.equals(resource.resourceStatusAsString()))
                .filter(resource -> resource.physicalResourceId() != null)
                .forEach(resource -> resources.put(resource.logicalResourceId(), id(resource)));
        String body = aws.cloudFormation()
                .getTemplate(request -> request.stackName(name).templateStage(TemplateStage.ORIGINAL))
                .templateBody();
        return Optional.of(new LiveStack(name, stack.stackStatusAsString(), parameters, resources, Tree.ofJson(body)));
    }

    private static String id(StackResourceSummary resource) {
        return resource.physicalResourceId();
    }

    /** Whether nothing is going on, and nothing has failed. */
    boolean isSettled() {
        return status.endsWith("_COMPLETE") && !status.contains("ROLLBACK");
    }
}
