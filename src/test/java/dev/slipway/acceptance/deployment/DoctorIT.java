package dev.slipway.acceptance.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.doctor.Destination;
import dev.slipway.doctor.Finding;
import dev.slipway.doctor.aws.AwsCheckup;
import dev.slipway.review.Synthesis;
import dev.slipway.verify.aws.question.AwsServices;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** {@code slipway doctor} on an emulator of AWS: an empty account first, which then fills. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoctorIT {
    private static final String ACCOUNT = "444455556666";
    private static final String REGION = "eu-central-1";
    private static final Synthesis SYNTHESIS = Rendered.blueprints().get("OrderingPlatform");

    @TempDir
    private static Path folder;

    private static Emulator emulator;
    private static Aws aws;

    @BeforeAll
    static void start() {
        emulator = Emulator.start(ACCOUNT, folder.resolve("emulator.log"));
        aws = new Aws(emulator.endpoint(), ACCOUNT, REGION);
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    private static List<Finding> look(String account) {
        return new AwsCheckup(region ->
                        AwsServices.in(region, client -> client.endpointOverride(URI.create(emulator.endpoint()))
                                .credentialsProvider(StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("emulated", "emulated")))))
                .look(
                        List.of(new Destination(account, REGION, "hnb659fds", List.of("shared", "dev", "prod"))),
                        SYNTHESIS);
    }

    private static Finding about(String what) {
        return look(ACCOUNT).stream()
                .filter(finding -> finding.what().startsWith(what))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Order(1)
    void missesTheBootstrapOfAnEmptyAccount() {
        assertThat(about("credentials").level()).isEqualTo(Finding.Level.OK);
        assertThat(about("bootstrap"))
                .isEqualTo(new Finding(
                        Finding.Level.ERROR,
                        "bootstrap of the CDK in eu-central-1",
                        "none with qualifier hnb659fds",
                        "8 or later",
                        "npx cdk bootstrap aws://444455556666/eu-central-1"));
    }

    @Test
    @Order(2)
    void knowsABootstrapThatIsTooOld() {
        bootstrapped("5");
        assertThat(about("bootstrap").level()).isEqualTo(Finding.Level.ERROR);
        bootstrapped("30");
        assertThat(about("bootstrap").level()).isEqualTo(Finding.Level.OK);
    }

    private static void bootstrapped(String version) {
        aws.ssm.putParameter(request -> request.name("/cdk-bootstrap/hnb659fds/version")
                .type("String")
                .value(version)
                .overwrite(true));
    }

    @Test
    @Order(3)
    void countsTheRoomThatQuotasLeave() {
        assertThat(about("VPCs"))
                .as("of 5 the account has its default one")
                .isEqualTo(Finding.ok("VPCs in eu-central-1", "4 left of 5", "2 more"));

        IntStream.range(0, 3)
                .forEach(i -> aws.ec2.createVpc(request -> request.cidrBlock("10.%s.0.0/16".formatted(i))));

        assertThat(about("VPCs"))
                .isEqualTo(new Finding(
                        Finding.Level.ERROR,
                        "VPCs in eu-central-1",
                        "1 left of 5",
                        "2 more",
                        "aws service-quotas request-service-quota-increase --service-code vpc --quota-code"
                                + " L-F678F1CE --desired-value 6 --region eu-central-1"));
    }

    @Test
    @Order(4)
    void saysWhichQuotaNobodyNames() {
        assertThat(about("EKS clusters").level())
                .as("the emulator knows those of VPCs alone")
                .isEqualTo(Finding.Level.UNKNOWN);
    }

    @Test
    @Order(5)
    void looksNoFurtherInAnotherAccount() {
        assertThat(look("777788889999"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.ERROR))
                .satisfies(finding ->
                        assertThat(finding.needed()).isEqualTo("account 777788889999, for shared, dev, prod"));
        assertThat(look("111122223333"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.WARNING))
                .satisfies(finding -> assertThat(finding.fix()).contains("slipway.local.properties"));
    }
}
