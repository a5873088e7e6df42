package dev.slipway.capability.identity;

import static dev.slipway.capability.identity.GithubOidc.githubOidc;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.capability.governance.BootstrapQualifier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Image;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
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

    private static Resource role(Synthesis synthesis, String name) {
        return synthesis.templates().stream()
                .flatMap(template -> template.resources("AWS::IAM::Role").stream())
                .filter(role -> role.property("RoleName").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Tree statements(Resource role) {
        return role.property("Policies.0.PolicyDocument.Statement");
    }

    private static List<String> subjects(Resource role) {
        return role.property("AssumeRolePolicyDocument.Statement.0.Condition.StringEquals")
                .get("token.actions.githubusercontent.com:sub")
                .texts();
    }

    /** A call of a client of the SDK: {@code aws.ec2().describeVpcs(}. */
    private static final Pattern CALL = Pattern.compile(
            "\\.?(cloudFormation|logs|ec2|ecr|eks|elastiCache|iam|kafka|kms|rds|secrets|ssm)\\(\\)\\s*\\.([a-z]\\w*?)(Paginator)?\\(");

    @Nested
    class OfOneAccount {
        private static final Synthesis RENDERED = render(githubOidc("acme/shop"), DEV, PROD);

        @Test
        void aPullRequestMayLookAndNothingElse() {
            Resource diff = role(RENDERED, "shop.shared.github.diff");

            assertThat(subjects(diff)).containsExactly("repo:acme/shop:pull_request");
            assertThat(statements(diff)).isEqualTo(yaml("""
                - Effect: Allow
                  Action: [sts:AssumeRole]
                  Resource: ["arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1"]
                """));
        }

        @Test
        void aDeploymentMayBecomeTheBootstrappedRolesAndNothingElse() {
            Resource deploy = role(RENDERED, "shop.prod.github.deploy");

            assertThat(deploy.property("AssumeRolePolicyDocument.Statement.0")).isEqualTo(yaml("""
                Effect: Allow
                Principal: { Federated: { "Fn::GetAtt": [Provider, Arn] } }
                Action: sts:AssumeRoleWithWebIdentity
                Condition:
                  StringEquals:
                    "token.actions.githubusercontent.com:aud": sts.amazonaws.com
                    "token.actions.githubusercontent.com:sub": ["repo:acme/shop:environment:prod"]
                """));
            assertThat(statements(deploy)).isEqualTo(yaml("""
                - Effect: Allow
                  Action: [sts:AssumeRole]
                  Resource:
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-deploy-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-file-publishing-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-image-publishing-role-111122223333-eu-central-1
                  - arn:aws:iam::111122223333:role/cdk-hnb659fds-lookup-role-111122223333-eu-central-1
                """));
            assertThat(subjects(role(RENDERED, "shop.dev.github.deploy")))
                    .containsExactly("repo:acme/shop:environment:dev");
        }

        @Test
        void aBranchMayPushToTheRepositoriesOfThePlatformAndNoOther() {
            Resource images = role(RENDERED, "shop.shared.github.images");

            assertThat(subjects(images))
                    .containsExactly("repo:acme/shop:ref:refs/heads/develop", "repo:acme/shop:ref:refs/heads/main");
            assertThat(statements(images)).isEqualTo(yaml("""
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
            Resource verify = role(RENDERED, "shop.shared.github.verify");

            assertThat(subjects(verify))
                    .containsExactly("repo:acme/shop:ref:refs/heads/develop", "repo:acme/shop:ref:refs/heads/main");
            assertThat(statements(verify).at("0.Action").texts())
                    .contains("cloudformation:DescribeStacks", "iam:GetRole", "secretsmanager:DescribeSecret")
                    .allMatch(action -> action.matches("[a-z0-9]+:(Describe|Get|List)[A-Za-z]+"))
                    .doesNotContain("secretsmanager:GetSecretValue", "ssm:GetParameter", "s3:GetObject");
            assertThat(statements(verify).at("1")).isEqualTo(yaml("""
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
            Template template = RENDERED.template("shared/github");

            assertThat(template.resources("AWS::IAM::Role")).hasSize(5);
            assertThat(template.tree().get("Outputs").fields().keySet())
                    .containsExactlyInAnyOrder(
                            "Deploydevrole", "Deployprodrole", "Diffrole", "Imagesrole", "Verifyrole");
        }
    }

    @Test
    void deploysByBranchWhereTheRepositoryHasNoEnvironments() {
        Synthesis rendered = render(githubOidc("acme/shop").byBranch(), DEV, PROD);

        assertThat(subjects(role(rendered, "shop.dev.github.deploy")))
                .containsExactly("repo:acme/shop:ref:refs/heads/develop");
    }

    @Test
    void trustsTheAdoptedProvider() {
        Synthesis rendered = render(githubOidc("acme/shop").adopted(), DEV);

        assertThat(role(rendered, "shop.dev.github.deploy")
                        .property("AssumeRolePolicyDocument.Statement.0.Principal.Federated")
                        .text())
                .isEqualTo("arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com");
    }

    @Test
    void pushesNothingWhereNoEnvironmentHasABranch() {
        assertThat(render(githubOidc("acme/shop"), Environment.named("dev")).resources("shared", "AWS::IAM::Role"))
                .extracting(role -> role.property("RoleName").text())
                .containsExactlyInAnyOrder("shop.dev.github.deploy", "shop.shared.github.diff");
    }

    @Test
    void anAccountOfTwoRegionsHasOneProviderAndRolesForBoth() {
        Synthesis rendered = render(
                githubOidc("acme/shop"),
                DEV.in("111111111111", "eu-central-1"),
                Environment.named("eu").branch("eu").in("222222222222", "eu-west-1"),
                Environment.named("us").branch("us").in("222222222222", "us-east-1"));

        assertThat(rendered.templates())
                .extracting(Template::path)
                .contains(
                        "shared-111111111111-eu-central-1/github",
                        "shared-222222222222-eu-west-1/github",
                        "shared-111111111111-eu-central-1/registry",
                        "shared-222222222222-eu-west-1/registry",
                        "shared-222222222222-us-east-1/registry")
                .doesNotContain("shared-222222222222-us-east-1/github");
        assertThat(statements(role(rendered, "shop.us.github.deploy")).toString())
                .contains("cdk-hnb659fds-deploy-role-222222222222-us-east-1")
                .doesNotContain("eu-west-1", "111111111111");
        assertThat(statements(
                                rendered
                                        .template("shared-222222222222-eu-west-1/github")
                                        .resources("AWS::IAM::Role")
                                        .stream()
                                        .filter(role ->
                                                role.property("RoleName").text().endsWith(".images"))
                                        .findFirst()
                                        .orElseThrow())
                        .at("1.Resource")
                        .texts())
                .containsExactly(
                        "arn:aws:ecr:eu-west-1:222222222222:repository/shop/order",
                        "arn:aws:ecr:us-east-1:222222222222:repository/shop/order");
    }

    @Test
    void knowsTheQualifierOfTheAccount() {
        Synthesis rendered = Slipway.render(Slipway.plan(
                platform(githubOidc("acme/shop"), DEV).with(BootstrapQualifier.bootstrapQualifier("acme1"))));

        assertThat(statements(role(rendered, "shop.dev.github.deploy")).toString())
                .contains("role/cdk-acme1-deploy-role-");
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
