package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Scope;
import dev.slipway.verify.Verification;
import dev.slipway.verify.aws.question.AwsServices;
import dev.slipway.verify.live.LiveVerifier;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.cloudformation.model.Tag;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;

/** {@code slipway verify} on an emulator of AWS: first as everything was deployed, and then with drift put in by hand. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifyIT {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "eu-central-1";
    private static final String ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @TempDir
    private static Path folder;

    private static Emulator emulator;
    private static Aws aws;
    private static Synthesis synthesis;

    @BeforeAll
    static void deploy() throws IOException {
        emulator = Emulator.start(ACCOUNT, folder.resolve("emulator.log"));
        aws = new Aws(emulator.endpoint(), ACCOUNT, REGION);
        DeployedProject project =
                new DeployedProject(Files.createDirectory(folder.resolve("project")), emulator.endpoint(), REGION);
        project.runsThePlatform();
        project.bootstrap(ACCOUNT, REGION);
        project.cdk("deploy", "shared/*", "dev/*", "--method=direct", "--require-approval=never", "--concurrency=6");
        synthesis = project.synthesis();
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static Verification verify(String stage) {
        return verify(stage, synthesis, ACCOUNT);
    }

    private static Verification verify(String stage, Synthesis expected, String account) {
        return new LiveVerifier(VerifyIT::services)
                .verify(
                        new Scope(
                                "ordering",
                                stage,
                                Optional.of(new Target(account, REGION)),
                                "ordering-dev",
                                "",
                                Set.of(Plane.AWS)),
                        expected);
    }

    private static AwsServices services(String region) {
        return AwsServices.in(region, client -> client.endpointOverride(URI.create(emulator.endpoint()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("emulated", "emulated"))));
    }

    private static List<String> drifts(Verification verification) {
        return verification.drifts().stream().map(Drift::toString).toList();
    }

    @Test
    @Order(1)
    void findsNothingWhereAllIsAsItWasDeployed() {
        Verification dev = verify("dev");

        assertThat(dev.failures()).isEmpty();
        assertThat(dev.drifts()).isEmpty();
        assertThat(dev.compared()).isGreaterThan(400);
        assertThat(verify("shared").drifts()).isEmpty();
    }

    @Test
    @Order(2)
    void saysWhatIsNotDeployedYet() {
        Map<String, String> files = new TreeMap<>(synthesis.files());
        files.replaceAll((path, text) -> text.replace("db.t4g.small", "db.m7g.large"));

        assertThat(drifts(verify("dev", Synthesis.of(files), ACCOUNT)))
                .containsExactly(
                        "AWS::RDS::DBInstance ordering-dev in dev/database: DBInstanceClass is to be db.m7g.large, and"
                                + " is db.t4g.small",
                        "template of stack ordering-dev-database: Instance.Properties.DBInstanceClass is to be"
                                + " db.m7g.large, and is db.t4g.small");
    }

    @Test
    @Order(3)
    void saysWhatIsMissingAsAWhole() {
        assertThat(drifts(verify("prod")))
                .hasSize(synthesis.templates("prod").size())
                .contains("stack ordering-prod-database is missing");
    }

    @Test
    @Order(4)
    void asksNothingInAnotherAccount() {
        Verification other = verify("dev", synthesis, "444455556666");

        assertThat(other.compared()).isZero();
        assertThat(other.failures())
                .containsExactly("The account (111122223333) of the credentials must be that of dev (444455556666).");
    }

    @Test
    @Order(5)
    void findsWhatWasChangedByHand() {
        aws.iam.putRolePolicy(request ->
                request.roleName("ordering.dev.order").policyName("by-hand").policyDocument(ALL));
        aws.iam.attachRolePolicy(request ->
                request.roleName("ordering.dev.payment").policyArn("arn:aws:iam::aws:policy/AdministratorAccess"));
        aws.rds.modifyDBInstance(request -> request.dbInstanceIdentifier("ordering-dev")
                .dbInstanceClass("db.m7g.4xlarge")
                .deletionProtection(true)
                .applyImmediately(true));
        String group = aws.resources("ordering-dev-database").get("Database");
        aws.ec2.authorizeSecurityGroupIngress(request -> request.groupId(group)
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(5432)
                        .toPort(5432)
                        .ipRanges(IpRange.builder().cidrIp("0.0.0.0/0").build())
                        .build()));
        aws.logs.putRetentionPolicy(
                request -> request.logGroupName("/aws/eks/ordering-dev/cluster").retentionInDays(1));
        aws.ssm.deleteParameter(request -> request.name("/ordering/dev/cache/endpoint"));
        aws.cloudFormation.createStack(request -> request.stackName("ordering-dev-search")
                .templateBody("{\"Resources\":{}}")
                .tags(tag("platform", "ordering"), tag("environment", "dev"), tag("managed-by", "slipway")));

        assertThat(drifts(verify("dev")))
                .containsExactly(
                        "AWS::EC2::SecurityGroup Database in dev/database: SecurityGroupIngress[0] is to be nothing,"
                                + " and is tcp 5432 from 0.0.0.0/0",
                        "AWS::IAM::Role ordering.dev.order in dev/identity: Policies.by-hand is to be nothing, and is"
                                + " [{\"Action\":[\"*\"],\"Effect\":[\"Allow\"],\"Resource\":[\"*\"]}]",
                        "AWS::IAM::Role ordering.dev.payment in dev/identity: ManagedPolicyArns[0] is to be nothing,"
                                + " and is arn:aws:iam::aws:policy/AdministratorAccess",
                        "AWS::Logs::LogGroup /aws/eks/ordering-dev/cluster in dev/cluster: RetentionInDays is to be"
                                + " 30, and is 1",
                        "AWS::RDS::DBInstance ordering-dev in dev/database: DBInstanceClass is to be db.t4g.small, and"
                                + " is db.m7g.4xlarge",
                        "AWS::RDS::DBInstance ordering-dev in dev/database: DeletionProtection is to be false, and is"
                                + " true",
                        "AWS::SSM::Parameter /ordering/dev/cache/endpoint in dev/cache is missing",
                        "stack ordering-dev-search is there, and was not synthesized");
    }

    @Test
    @Order(6)
    void findsWhatWasChangedInWhatIsShared() {
        aws.ecr.putImageTagMutability(
                request -> request.repositoryName("ordering/order").imageTagMutability("MUTABLE"));

        assertThat(drifts(verify("shared")))
                .containsExactly("AWS::ECR::Repository ordering/order in shared/registry: ImageTagMutability is to be"
                        + " IMMUTABLE, and is MUTABLE");
    }

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }
}
