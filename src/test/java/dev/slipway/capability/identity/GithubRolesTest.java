package dev.slipway.capability.identity;

import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.capability.governance.BootstrapQualifier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Image;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import dev.slipway.testing.assertion.TreeAssert;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GithubRolesTest {
    private static final Environment DEV = Environment.named("dev").branch("develop");
    private static final Environment PROD =
            Environment.named("prod").production().branch("main");

    private static Platform platform(GithubOidc github, Environment... environments) {
        return Platform.named("shop")
                .services(
                        Service.java("order"),
                        Service.go("proxy").image(Image.published("public.ecr.aws/nginx/nginx:1.29")))
                .environments(environments)
                .with(EksAutoMode.eksAutoMode(), github);
    }

    private static Synthesis render(GithubOidc github, Environment... environments) {
        return Slipway.render(Slipway.plan(platform(github, environments)));
    }

    private static ResourceAssert role(Synthesis synthesis, String name) {
        return assertThat(synthesis).resources("AWS::IAM::Role").named(name);
    }

    private static TreeAssert statements(ResourceAssert role) {
        return role.property("Policies.0.PolicyDocument.Statement");
    }

    private static TreeAssert subjects(ResourceAssert role) {
        return role.property(
                "AssumeRolePolicyDocument.Statement.0.Condition.StringEquals[token.actions.githubusercontent.com:sub]");
    }

    /** A call of a client of the SDK: {@code aws.ec2().describeVpcs(}. */
    private static final Pattern CALL = Pattern.compile(
            "\\.?(cloudFormation|logs|ec2|ecr|eks|elastiCache|iam|kafka|kms|rds|secrets|ssm)\\(\\)\\s*\\.([a-z]\\w*?)(Paginator)?\\(");

    @Nested
    class OfOneAccount {
        private static final Synthesis RENDERED = render(githubOidc("acme/shop"), DEV, PROD);

        @Test
        void aPullRequestMayLookAndNothingElse() {
            ResourceAssert diff = role(RENDERED, "shop.shared.github.diff");

            subjects(diff).hasItems("repo:acme/shop:pull_request");
            statements(diff).is(ofYaml("""
                - Effect: Allow
                  Action: [sts:AssumeRole]
                  Resource: ["arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1"]
                """));
        }

        @Test
        void aDeploymentMayBecomeTheBootstrappedRolesAndNothingElse() {
            ResourceAssert deploy = role(RENDERED, "shop.prod.github.deploy");

            deploy.hasProperty("AssumeRolePolicyDocument.Statement.0", ofYaml("""
                Effect: Allow
                Principal: { Federated: { "Fn::GetAtt": [Provider, Arn] } }
                Action: sts:AssumeRoleWithWebIdentity
                Condition:
                  StringEquals:
                    "token.actions.githubusercontent.com:aud": sts.amazonaws.com
                    "token.actions.githubusercontent.com:sub": ["repo:acme/shop:environment:prod"]
                """));
            statements(deploy).is(ofYaml("""
                - Effect: Allow
                  Action: [sts:AssumeRole]
                  Resource:
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-file-publishing-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-image-publishing-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1
                """));
            subjects(role(RENDERED, "shop.dev.github.deploy")).hasItems("repo:acme/shop:environment:dev");
        }

        @Test
        void aBranchMayPushToTheRepositoriesOfThePlatformAndNoOther() {
            ResourceAssert images = role(RENDERED, "shop.shared.github.images");

            subjects(images).hasItems("repo:acme/shop:ref:refs/heads/develop", "repo:acme/shop:ref:refs/heads/main");
            statements(images).is(ofYaml("""
                - Effect: Allow
                  Action: [ecr:GetAuthorizationToken]
                  Resource: ["*"]
                - Effect: Allow
                  Action:
                  - ecr:BatchCheckLayerAvailability
                  - ecr:BatchGetImage
                  - ecr:CompleteLayerUpload
                  - ecr:InitiateLayerUpload
                  - ecr:PutImage
                  - ecr:UploadLayerPart
                  Resource: ["arn:aws:ecr:eu-central-1:111122223333:repository/shop/order"]
                """));
        }

        @Test
        void whoeverVerifiesReadsHowThingsAreSetUpAndTheirOwnParameters() {
            ResourceAssert verify = role(RENDERED, "shop.shared.github.verify");

            subjects(verify).hasItems("repo:acme/shop:ref:refs/heads/develop", "repo:acme/shop:ref:refs/heads/main");
            statements(verify)
                    .at("0.Action")
                    .hasItem("cloudformation:DescribeStacks")
                    .hasItem("iam:GetRole")
                    .hasItem("secretsmanager:DescribeSecret")
                    .doesNotHaveItem("secretsmanager:GetSecretValue")
                    .doesNotHaveItem("ssm:GetParameter")
                    .doesNotHaveItem("s3:GetObject")
                    .each(action -> action.asText().matches("[a-z0-9]+:(Describe|Get|List)[A-Za-z]+"));
            statements(verify).at("1").is(ofYaml("""
                Effect: Allow
                Action: [ssm:GetParameter]
                Resource: ["arn:aws:ssm:eu-central-1:111122223333:parameter/shop/*"]
                """));
        }

        /** So that a question that is added comes with its permission, and none is left behind. */
        @Test
        void whoeverVerifiesMayAskExactlyWhatIsAsked() throws IOException {
            Set<String> asked = new TreeSet<>();
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/slipway/verify"))) {
                for (Path source : sources.filter(Files::isRegularFile).toList()) {
                    CALL.matcher(Files.readString(source)).results().forEach(call -> asked.add(action(call)));
                }
            }
            Set<String> allowed = new TreeSet<>(statements(role(RENDERED, "shop.shared.github.verify"))
                    .at("0.Action")
                    .actual()
                    .texts());
            allowed.add("ssm:GetParameter");

            assertThat(asked).hasSizeGreaterThan(20).isEqualTo(allowed);
        }

        private static String action(MatchResult call) {
            String service =
                    switch (call.group(1)) {
                        case "secrets" -> "secretsmanager";
                        default -> call.group(1).toLowerCase(Locale.ROOT);
                    };
            return "%s:%s%s"
                    .formatted(
                            service,
                            call.group(2).substring(0, 1).toUpperCase(Locale.ROOT),
                            call.group(2).substring(1));
        }

        @Test
        void thereAreTheseRolesAndTheirArnsAsOutputs() {
            StackAssert github = assertThat(RENDERED).stack("shared/github");

            github.hasResources("AWS::IAM::Role", 5).at("Outputs").hasSize(5);
            for (String output : List.of("Deploydevrole", "Deployprodrole", "Diffrole", "Imagesrole", "Verifyrole")) {
                github.at("Outputs." + output).exists();
            }
        }
    }

    @Test
    void deploysByBranchWhereTheRepositoryHasNoEnvironments() {
        Synthesis rendered = render(githubOidc("acme/shop").byBranch(), DEV, PROD);

        subjects(role(rendered, "shop.dev.github.deploy")).hasItems("repo:acme/shop:ref:refs/heads/develop");
    }

    @Test
    void trustsTheAdoptedProvider() {
        Synthesis rendered = render(githubOidc("acme/shop").adopted(), DEV);

        role(rendered, "shop.dev.github.deploy")
                .hasProperty(
                        "AssumeRolePolicyDocument.Statement.0.Principal.Federated",
                        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
    }

    @Test
    void pushesNothingWhereNoEnvironmentHasABranch() {
        assertThat(render(githubOidc("acme/shop"), Environment.named("dev")))
                .environment("shared")
                .resources("AWS::IAM::Role")
                .areNamed("shop.dev.github.deploy", "shop.shared.github.diff");
    }

    @Test
    void anAccountOfTwoRegionsHasOneProviderAndRolesForBoth() {
        Synthesis rendered = render(
                githubOidc("acme/shop"),
                DEV.in("111111111111", "eu-central-1"),
                Environment.named("eu").branch("eu").in("222222222222", "eu-west-1"),
                Environment.named("us").branch("us").in("222222222222", "us-east-1"));

        for (String stack : List.of(
                "shared-111111111111-eu-central-1/github",
                "shared-222222222222-eu-west-1/github",
                "shared-111111111111-eu-central-1/registry",
                "shared-222222222222-eu-west-1/registry",
                "shared-222222222222-us-east-1/registry")) {
            assertThat(rendered).stack(stack);
        }
        assertThat(rendered).doesNotHaveStack("shared-222222222222-us-east-1/github");
        statements(role(rendered, "shop.us.github.deploy"))
                .hasSize(1)
                .at("0.Resource")
                .hasItem("arn:aws:iam::222222222222:role/cdk-hnb659fds-deploy-role-222222222222-us-east-1")
                .each(resource -> resource.asText()
                        .startsWith("arn:aws:iam::222222222222:")
                        .endsWith("us-east-1"));
        statements(assertThat(rendered)
                        .stack("shared-222222222222-eu-west-1/github")
                        .resource("AWS::IAM::Role", "shop.shared.github.images"))
                .at("1.Resource")
                .hasItems(
                        "arn:aws:ecr:eu-west-1:222222222222:repository/shop/order",
                        "arn:aws:ecr:us-east-1:222222222222:repository/shop/order");
    }

    @Test
    void knowsTheQualifierOfTheAccount() {
        Synthesis rendered = Slipway.render(Slipway.plan(
                platform(githubOidc("acme/shop"), DEV).with(BootstrapQualifier.bootstrapQualifier("acme1"))));

        statements(role(rendered, "shop.dev.github.deploy"))
                .at("0.Resource")
                .hasItem("arn:aws:iam::111122223333:role/cdk-acme1-deploy-role-111122223333-eu-central-1");
    }

    @Test
    void failsWhenABranchThatDeploysIsMissing() {
        assertThat(Slipway.plan(platform(githubOidc("acme/shop").byBranch(), Environment.named("dev"), PROD))
                        .problems())
                .extracting(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                .containsExactly(
                        "identity/no-branch: Environment dev has no branch (0) by which GitHub could deploy it; there"
                                + " must be one. Fix: add Environment.named(\"dev\").branch(\"main\"), or leave out"
                                + " byBranch().");
    }
}
