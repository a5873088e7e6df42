package dev.slipway.doctor.aws;

import static dev.slipway.doctor.Finding.Level.ERROR;
import static dev.slipway.doctor.Finding.Level.UNKNOWN;
import static dev.slipway.doctor.Finding.Level.WARNING;

import dev.slipway.doctor.Cloud;
import dev.slipway.doctor.Destination;
import dev.slipway.doctor.Finding;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.verify.aws.question.AwsServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.servicequotas.model.ServiceQuota;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Asks AWS by the default chain of credentials. */
public final class AwsCheckup implements Cloud {
    private static final String CREDENTIALS = "credentials of AWS";

    private final Function<String, AwsServices> services;

    public AwsCheckup() {
        this(AwsServices::in);
    }

    /** With clients of one's own. */
    public AwsCheckup(Function<String, AwsServices> services) {
        this.services = services;
    }

    @Override
    public List<Finding> look(List<Destination> destinations, Synthesis synthesis) {
        List<Finding> all = new ArrayList<>();
        for (Destination destination : destinations) {
            try (AwsServices aws = services.apply(destination.region())) {
                Optional<GetCallerIdentityResponse> identity = identity(aws, destination, all);
                if (identity.isEmpty()) {
                    return all;
                }
                if (isTheirs(identity.get(), destination, all)) {
                    all.add(bootstrap(aws, destination, synthesis));
                    quotas(aws, destination, synthesis, all);
                }
            }
        }
        return all;
    }

    private static Optional<GetCallerIdentityResponse> identity(
            AwsServices aws, Destination destination, List<Finding> all) {
        try {
            return Optional.of(aws.client(StsClient.class, StsClient::builder).getCallerIdentity());
        } catch (SdkException e) {
            String message = firstLine(e);
            boolean areNone = message.startsWith("Unable to load credentials");
            all.add(new Finding(
                    areNone ? WARNING : UNKNOWN,
                    CREDENTIALS,
                    areNone ? "none" : message,
                    "those of account %s, to deploy and to verify".formatted(destination.account()),
                    "sign in, such as by aws sso login --profile <profile> and AWS_PROFILE=<profile>; nothing"
                            + " else of AWS was looked at."));
            return Optional.empty();
        }
    }

    private static boolean isTheirs(GetCallerIdentityResponse identity, Destination destination, List<Finding> all) {
        String needed = "account %s, for %s".formatted(destination.account(), String.join(", ", destination.stages()));
        if (identity.account().equals(destination.account())) {
            all.add(Finding.ok(CREDENTIALS, identity.arn(), needed));
            return true;
        }
        all.add(new Finding(
                destination.account().equals(Target.DOCUMENTATION_ACCOUNT) ? WARNING : ERROR,
                CREDENTIALS,
                identity.arn(),
                needed,
                destination.account().equals(Target.DOCUMENTATION_ACCOUNT)
                        ? "that is the documentation's account: name yours in slipway.local.properties (account=,"
                                + " region=)."
                        : "sign in to that account; nothing else of it was looked at."));
        return false;
    }

    private static Finding bootstrap(AwsServices aws, Destination destination, Synthesis synthesis) {
        String what = "bootstrap of the CDK in " + destination.region();
        long least = leastBootstrap(synthesis);
        String needed = least + " or later";
        String fix = "npx cdk bootstrap aws://%s/%s".formatted(destination.account(), destination.region());
        try {
            String version = aws.ssm()
                    .getParameter(
                            request -> request.name("/cdk-bootstrap/%s/version".formatted(destination.qualifier())))
                    .parameter()
                    .value();
            return Tree.of(version).number().orElse(0L) >= least
                    ? Finding.ok(what, version, needed)
                    : new Finding(ERROR, what, version, needed, fix);
        } catch (ParameterNotFoundException e) {
            return new Finding(ERROR, what, "none with qualifier " + destination.qualifier(), needed, fix);
        } catch (SdkException e) {
            return new Finding(UNKNOWN, what, firstLine(e), needed, "allow ssm:GetParameter, or look at it by hand.");
        }
    }

    /** What the CDK has written into its manifests. */
    private static long leastBootstrap(Synthesis synthesis) {
        return synthesis.files().keySet().stream()
                .filter(path -> path.endsWith("/manifest.json"))
                .flatMap(path -> synthesis.json(path).all())
                .flatMap(tree -> tree.get("requiresBootstrapStackVersion").number().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
    }

    private static void quotas(AwsServices aws, Destination destination, Synthesis synthesis, List<Finding> all) {
        Set<String> deployed;
        try {
            deployed = aws.cloudFormation().describeStacksPaginator().stacks().stream()
                    .map(stack -> stack.stackName())
                    .collect(Collectors.toSet());
        } catch (SdkException e) {
            all.add(new Finding(
                    UNKNOWN,
                    "stacks in " + destination.region(),
                    firstLine(e),
                    "",
                    "allow cloudformation:DescribeStacks; quotas were not looked at."));
            return;
        }
        List<Template> missing = destination.stages().stream()
                .flatMap(stage -> synthesis.templates(stage).stream())
                .filter(template -> !deployed.contains(template.stackName()))
                .toList();
        Quota.ALL.stream()
                .filter(quota -> quota.needed(missing) > 0)
                .forEach(quota -> all.add(room(aws, destination, quota, quota.needed(missing))));
    }

    private static Finding room(AwsServices aws, Destination destination, Quota quota, int needed) {
        String what = "%s in %s".formatted(quota.what(), destination.region());
        String more = "%s more".formatted(needed);
        try {
            ServiceQuota limit = aws.client(ServiceQuotasClient.class, ServiceQuotasClient::builder)
                    .getServiceQuota(
                            request -> request.serviceCode(quota.service()).quotaCode(quota.code()))
                    .quota();
            int used = quota.used().apply(aws);
            long left = Math.max(0, limit.value().longValue() - used);
            String found = "%s left of %s".formatted(left, limit.value().longValue());
            return left >= needed
                    ? Finding.ok(what, found, more)
                    : new Finding(
                            ERROR,
                            what,
                            found,
                            more,
                            "aws service-quotas request-service-quota-increase --service-code %s --quota-code %s --desired-value %s --region %s"
                                    .formatted(quota.service(), quota.code(), used + needed, destination.region()));
        } catch (SdkException e) {
            return new Finding(
                    UNKNOWN,
                    what,
                    firstLine(e),
                    more,
                    "allow servicequotas:GetServiceQuota and to list them, or look at Service Quotas by hand.");
        }
    }

    private static String firstLine(SdkException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
