package dev.slipway.capability.identity;

import dev.slipway.plan.SecretReader;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Task;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.StageTags;
import dev.slipway.render.aws.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.amazon.awscdk.services.iam.CfnRole;

/**
 * The stack {@code identity}.
 *
 * <p>Makes a role for each service and task that has grants, with its pod identity association; a role for External
 * Secrets, and for each owner of secrets a reader role that External Secrets alone may become. Reads whatever the grants
 * need to be exact.
 */
final class IdentityStack {
    private static final String CONCERN = "identity";

    /** Where the External Secrets chart puts its controller. */
    private static final String EXTERNAL_SECRETS = "external-secrets";

    /** Secrets Manager ends each ARN in a hyphen and six random characters. */
    private static final String SECRET_SUFFIX = "-??????";

    /** That one template holds the roles of, of the 500 resources and the megabyte that it may have. */
    private static final int SERVICES = 50;

    /** That one policy lets External Secrets become. */
    private static final int READERS = 50;

    /** Into which the roles of more services are parted. */
    private static final int PARTS = 8;

    private final EnvironmentStage stage;
    private final EnvironmentStack stack;
    private final Map<String, IdentityStack> parts = new LinkedHashMap<>();

    private IdentityStack(EnvironmentStage stage, String concern) {
        this.stage = stage;
        this.stack = stage.stack(concern);
    }

    static void provision(EnvironmentStage stage) {
        boolean nobodyActsOnAws = stage.plan().secretReaders().isEmpty()
                && stage.plan().services().stream().allMatch(IdentityStack::grantsNothing);
        if (nobodyActsOnAws) {
            return;
        }
        IdentityStack identity = new IdentityStack(stage, CONCERN);
        identity.stack.await(stage.names().clusterSecurityGroup());
        for (ServicePlan service : stage.plan().services()) {
            identity.of(service.name()).role(service.service(), service.name(), service.grants());
            for (Task task : service.tasks()) {
                identity.of(task.name()).role(service.service(), task.name(), task.grants());
            }
        }
        identity.secretReaders(stage.plan().secretReaders());
    }

    /**
     * Where the roles of an owner are: in this stack, or in one of several where services are so many that a template could not
     * hold them. By name, as numbers would change with every service that comes or goes.
     */
    private IdentityStack of(String owner) {
        if (stage.plan().services().size() <= SERVICES) {
            return this;
        }
        String part = CONCERN + "-" + (1 + Math.floorMod(owner.hashCode(), PARTS));
        return parts.computeIfAbsent(part, name -> {
            IdentityStack identity = new IdentityStack(stage, name);
            identity.stack.await(stage.names().clusterSecurityGroup());
            // what moves from one to the other must be gone before it comes
            identity.stack.addStackDependency(stack);
            return identity;
        });
    }

    private static boolean grantsNothing(ServicePlan service) {
        return service.grants().isEmpty()
                && service.tasks().stream().allMatch(task -> task.grants().isEmpty());
    }

    private void role(Service service, String owner, List<Grant> grants) {
        if (grants.isEmpty()) {
            return;
        }
        List<Statement> statements = grants.stream()
                .map(grant -> Statement.allow(
                        grant.actions(),
                        grant.resources().stream()
                                .map(arn -> stage.resolve(arn, stack))
                                .toList()))
                .toList();
        CfnRole role = CfnRole.Builder.create(stack, "Role " + owner)
                .roleName(stage.names().role(owner))
                .description("Pods of %s in environment %s"
                        .formatted(owner, stage.names().environment()))
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.podIdentity())))
                .policies(List.of(policy("needs", Statement.merged(statements))))
                .build();
        StageTags.ofService(role, service);
        associate(owner, stage.names().namespace(), owner, role);
    }

    private void secretReaders(List<SecretReader> readers) {
        if (readers.isEmpty()) {
            return;
        }
        List<String> readerArns = new ArrayList<>();
        readers.forEach(
                reader -> readerArns.add(stage.place().roleArn(stage.names().secretReaderRole(reader.owner()))));
        Statement becomes = Statement.allow(List.of("sts:AssumeRole", "sts:TagSession"), readerArns);
        boolean isInline = readers.size() <= READERS;
        CfnRole controller = CfnRole.Builder.create(stack, "ExternalSecrets")
                .roleName(stage.names().externalSecretsRole())
                .description("External Secrets: may become the reader of one owner's secrets at a time")
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.podIdentity())))
                .policies(isInline ? List.of(policy("readers", List.of(becomes))) : List.of())
                .build();
        if (!isInline) {
            attach(controller, readerArns);
        }
        associate(EXTERNAL_SECRETS, EXTERNAL_SECRETS, EXTERNAL_SECRETS, controller);
        for (SecretReader reader : readers) {
            IdentityStack part = of(reader.owner());
            // another stack knows the role by its planned name: a reference would be an export
            part.reader(
                    reader,
                    part == this
                            ? controller.getAttrArn()
                            : stage.place().roleArn(stage.names().externalSecretsRole()));
        }
    }

    /** As policies of their own, of which each may be 6,144 characters long: all inline ones together 10,240. */
    private void attach(CfnRole controller, List<String> readerArns) {
        for (int from = 0; from < readerArns.size(); from += READERS) {
            List<String> some = readerArns.subList(from, Math.min(from + READERS, readerArns.size()));
            CfnManagedPolicy.Builder.create(stack, "Readers " + (1 + from / READERS))
                    .description("Readers of secrets that External Secrets may become")
                    .policyDocument(Statement.document(
                            List.of(Statement.allow(List.of("sts:AssumeRole", "sts:TagSession"), some))))
                    .roles(List.of(controller.getRef()))
                    .build();
        }
    }

    private void reader(SecretReader reader, String controllerArn) {
        List<Statement> statements = new ArrayList<>();
        if (!reader.parameters().isEmpty()) {
            statements.add(Statement.allow(
                    List.of("ssm:GetParameter", "ssm:GetParameters"),
                    reader.parameters().stream()
                            .map(name -> stage.place().arn("ssm", "parameter" + name))
                            .toList()));
        }
        if (!reader.secrets().isEmpty()) {
            statements.add(Statement.allow(
                    List.of("secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"),
                    reader.secrets().stream()
                            .map(name -> stage.place().arn("secretsmanager", "secret:" + name + SECRET_SUFFIX))
                            .toList()));
        }
        CfnRole.Builder.create(stack, "SecretReader " + reader.owner())
                .roleName(stage.names().secretReaderRole(reader.owner()))
                .description("Reads the parameters and secrets of %s in environment %s"
                        .formatted(reader.owner(), stage.names().environment()))
                .assumeRolePolicyDocument(Statement.document(List.of(Statement.assumableBy(controllerArn))))
                .policies(List.of(policy("secrets", statements)))
                .build();
    }

    private static CfnRole.PolicyProperty policy(String name, List<Statement> statements) {
        return CfnRole.PolicyProperty.builder()
                .policyName(name)
                .policyDocument(Statement.document(statements))
                .build();
    }

    private void associate(String id, String namespace, String serviceAccount, CfnRole role) {
        CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity " + id)
                .clusterName(stage.place().clusterName())
                .namespace(namespace)
                .serviceAccount(serviceAccount)
                .roleArn(role.getAttrArn())
                .build();
    }
}
