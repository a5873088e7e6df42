package dev.slipway.capability.identity;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.operation.Bootstrap;
import dev.slipway.render.aws.Statement;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnOIDCProvider;
import software.amazon.awscdk.services.iam.CfnRole;

/** The stack {@code github} of what is shared: the provider, unless adopted, and the roles of workflows. */
record GithubStack(Stack stack, GithubOidc github) {
    /** What the CDK CLI becomes to deploy: https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html. */
    private static final List<String> DEPLOYING = List.of("deploy", "file-publishing", "image-publishing", "lookup");

    private static final List<String> LOOKING = List.of("lookup");

    void add(List<EnvironmentPlan> environments) {
        Place any = environments.get(0).place();
        String provider = github.isAdopted() ? github.providerArn(any) : provider();
        Names names = any.names();
        for (EnvironmentPlan plan : environments) {
            add(
                    new Role(
                            "Deploy " + plan.name(),
                            plan.names().githubDeployRole(),
                            "Deploys environment " + plan.name()),
                    provider,
                    of(plan).deployers(plan.environment()),
                    List.of(become(List.of(plan), DEPLOYING)));
        }
        add(
                new Role("Diff", names.githubDiffRole(), "Compares pull requests with what is deployed"),
                provider,
                environments.stream()
                        .map(plan -> of(plan).onPullRequest())
                        .distinct()
                        .toList(),
                List.of(become(environments, LOOKING)));
        List<String> repositories = ImageRepositories.arns(environments);
        List<String> branches = environments.stream()
                .flatMap(plan -> plan.environment().branch().stream().map(of(plan)::onBranch))
                .distinct()
                .toList();
        if (!branches.isEmpty()) {
            add(
                    new Role("Verify", names.githubVerifyRole(), "Looks whether what runs is what was synthesized"),
                    provider,
                    branches,
                    WhatRuns.read(environments));
        }
        if (!repositories.isEmpty() && !branches.isEmpty()) {
            add(
                    new Role("Images", names.githubImagesRole(), "Pushes images of the platform's services"),
                    provider,
                    branches,
                    ImageRepositories.push(repositories));
        }
    }

    private record Role(String id, String name, String description) {}

    private static GithubOidc of(EnvironmentPlan plan) {
        return plan.place().choice(GithubOidc.class).orElseThrow();
    }

    private String provider() {
        return CfnOIDCProvider.Builder.create(stack, "Provider")
                .url("https://" + GithubOidc.ISSUER)
                .clientIdList(List.of(GithubOidc.AUDIENCE))
                .build()
                .getAttrArn();
    }

    private static Statement become(List<EnvironmentPlan> environments, List<String> purposes) {
        List<String> roles = new ArrayList<>();
        for (EnvironmentPlan plan : environments) {
            purposes.forEach(purpose -> roles.add(Bootstrap.roleArn(plan.place(), purpose)));
        }
        return Statement.allow(
                List.of("sts:AssumeRole"), roles.stream().distinct().toList());
    }

    private void add(Role role, String provider, List<String> subjects, List<Statement> statements) {
        CfnRole made = CfnRole.Builder.create(stack, role.id())
                .roleName(role.name())
                .description(role.description())
                .assumeRolePolicyDocument(Statement.document(
                        List.of(Statement.vouchedBy(provider, GithubOidc.ISSUER, GithubOidc.AUDIENCE, subjects))))
                .policies(List.of(CfnRole.PolicyProperty.builder()
                        .policyName("workflow")
                        .policyDocument(Statement.document(statements))
                        .build()))
                .build();
        if (statements.stream().anyMatch(ImageRepositories::isLogin)) {
            ImageRepositories.LOGIN.on(made);
        }
        if (statements.stream().anyMatch(WhatRuns::isOfAll)) {
            WhatRuns.acknowledge(made, statements);
        }
        CfnOutput.Builder.create(stack, role.id() + " role")
                .description(role.description())
                .value(made.getAttrArn())
                .build();
    }
}
