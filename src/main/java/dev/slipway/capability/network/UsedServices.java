package dev.slipway.capability.network;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.SecretReader;
import dev.slipway.plan.binding.Grant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;

/** The AWS services with an interface endpoint that an environment uses, by the construct id of the endpoint. */
final class UsedServices {
    /** What services call as their grants allow, by the prefix of the actions. */
    private static final Map<String, Interface> GRANTED = granted();

    private record Interface(String id, InterfaceVpcEndpointAwsService service) {}

    private UsedServices() {}

    static SortedMap<String, InterfaceVpcEndpointAwsService> of(EnvironmentPlan plan) {
        SortedMap<String, InterfaceVpcEndpointAwsService> services = new TreeMap<>(ofEveryCluster());
        List<SecretReader> readers = plan.secretReaders();
        if (readers.stream().anyMatch(reader -> !reader.secrets().isEmpty())) {
            services.put("SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER);
        }
        if (readers.stream().anyMatch(reader -> !reader.parameters().isEmpty())) {
            services.put("Ssm", InterfaceVpcEndpointAwsService.SSM);
        }
        grants(plan)
                .flatMap(grant -> grant.actions().stream())
                .map(action -> action.substring(0, Math.max(action.indexOf(':'), 0)))
                .filter(GRANTED::containsKey)
                .map(GRANTED::get)
                .forEach(used -> services.put(used.id(), used.service()));
        return services;
    }

    /** What pulls the images of nodes and pods, gives pods their roles, and takes logs. */
    private static SortedMap<String, InterfaceVpcEndpointAwsService> ofEveryCluster() {
        SortedMap<String, InterfaceVpcEndpointAwsService> services = new TreeMap<>();
        services.put("EcrApi", InterfaceVpcEndpointAwsService.ECR);
        services.put("EcrDocker", InterfaceVpcEndpointAwsService.ECR_DOCKER);
        services.put("EksAuth", InterfaceVpcEndpointAwsService.EKS_AUTH);
        services.put("Logs", InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS);
        services.put("Sts", InterfaceVpcEndpointAwsService.STS);
        return services;
    }

    private static Stream<Grant> grants(EnvironmentPlan plan) {
        return plan.services().stream()
                .flatMap(service -> Stream.concat(
                        service.grants().stream(), service.tasks().stream().flatMap(task -> task.grants().stream())));
    }

    private static Map<String, Interface> granted() {
        Map<String, Interface> services = new LinkedHashMap<>();
        services.put("events", new Interface("EventBridge", InterfaceVpcEndpointAwsService.EVENTBRIDGE));
        services.put("kinesis", new Interface("Kinesis", InterfaceVpcEndpointAwsService.KINESIS_STREAMS));
        services.put("kms", new Interface("Kms", InterfaceVpcEndpointAwsService.KMS));
        services.put("lambda", new Interface("Lambda", InterfaceVpcEndpointAwsService.LAMBDA));
        services.put("secretsmanager", new Interface("SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER));
        services.put("sns", new Interface("Sns", InterfaceVpcEndpointAwsService.SNS));
        services.put("sqs", new Interface("Sqs", InterfaceVpcEndpointAwsService.SQS));
        services.put("ssm", new Interface("Ssm", InterfaceVpcEndpointAwsService.SSM));
        services.put("states", new Interface("StepFunctions", InterfaceVpcEndpointAwsService.STEP_FUNCTIONS));
        return services;
    }
}
