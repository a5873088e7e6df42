package dev.slipway.capability.storage;

import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.Bucket.reads;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class S3Test {
    private static final Bucket INVOICES =
            bucket("tax-invoices").archiveAfter(90).expireAfter(3650);
    private static final String NAME = "shop-dev-tax-invoices-111122223333-eu-central-1";

    private static Sample platform() {
        return Sample.with(s3())
                .services(
                        Service.java("order").ownedBy("checkout", "#c").needs(INVOICES, bucket("exports")),
                        Service.python("report").needs(reads(INVOICES)),
                        Service.go("auth"));
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform().render();
        }

        private static Resource named(String stage, String name) {
            return synthesis.template(stage + "/storage").resources("AWS::S3::Bucket").stream()
                    .filter(bucket -> bucket.property("BucketName").text().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void isPrivateEncryptedAndVersioned() {
            Resource bucket = named("dev", NAME);

            assertThat(bucket.property("VersioningConfiguration.Status").text()).isEqualTo("Enabled");
            assertThat(bucket.property("PublicAccessBlockConfiguration")).isEqualTo(yaml("""
                    BlockPublicAcls: true
                    BlockPublicPolicy: true
                    IgnorePublicAcls: true
                    RestrictPublicBuckets: true
                    """));
            assertThat(bucket.property("BucketEncryption.ServerSideEncryptionConfiguration.0"))
                    .isEqualTo(yaml("ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }"));
            assertThat(bucket.property("OwnershipControls.Rules.0.ObjectOwnership")
                            .text())
                    .isEqualTo("BucketOwnerEnforced");
        }

        @Test
        void refusesEveryRequestWithoutTls() {
            assertThat(synthesis.template("prod/storage").resources("AWS::S3::BucketPolicy"))
                    .hasSize(2)
                    .allSatisfy(policy -> {
                        assertThat(policy.property("PolicyDocument.Statement.0.Effect")
                                        .text())
                                .isEqualTo("Deny");
                        assertThat(policy.property("PolicyDocument.Statement.0.Condition"))
                                .isEqualTo(yaml("Bool: { 'aws:SecureTransport': 'false' }"));
                        assertThat(policy.property("PolicyDocument.Statement.1.Condition"))
                                .isEqualTo(yaml("NumericLessThan: { 's3:TlsVersion': 1.2 }"));
                    });
        }

        @Test
        void archivesExpiresAndCleansUp() {
            assertThat(named("dev", NAME).property("LifecycleConfiguration.Rules"))
                    .isEqualTo(yaml("""
                            - Id: cleanup
                              Status: Enabled
                              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }
                              NoncurrentVersionExpiration: { NoncurrentDays: 30 }
                              ExpirationInDays: 3650
                              Transitions: [{ StorageClass: GLACIER_IR, TransitionInDays: 90 }]
                            """));
            assertThat(named("dev", "shop-dev-exports-111122223333-eu-central-1")
                            .property("LifecycleConfiguration.Rules"))
                    .isEqualTo(yaml("""
                            - Id: cleanup
                              Status: Enabled
                              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }
                              NoncurrentVersionExpiration: { NoncurrentDays: 30 }
                              ExpiredObjectDeleteMarker: true
                            """));
        }

        @Test
        void isKeptInProductionAndEmptiedElsewhere() {
            Resource prod = named("prod", "shop-prod-tax-invoices-111122223333-eu-central-1");

            assertThat(prod.tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
            assertThat(named("dev", NAME).tree().get("DeletionPolicy").text()).isEqualTo("Delete");
            assertThat(synthesis.resources("prod", "Custom::S3AutoDeleteObjects"))
                    .isEmpty();
            assertThat(synthesis.resources("dev", "Custom::S3AutoDeleteObjects"))
                    .hasSize(2);
        }

        @Test
        void tellsItsOwner() {
            assertThat(named("dev", NAME).property("Tags").items())
                    .contains(yaml("{ Key: owner, Value: checkout }"), yaml("{ Key: service, Value: order }"));
        }

        @Test
        void letsTheOwnerWriteAndTheReaderRead() {
            String bucket = "arn:aws:s3:::" + NAME;

            assertThat(policy("shop.dev.report")).isEqualTo(yaml("""
                    - { Effect: Allow, Action: ["s3:GetObject"], Resource: ["%s/*"] }
                    - { Effect: Allow, Action: ["s3:ListBucket"], Resource: ["%s"] }
                    """.formatted(bucket, bucket)));
            assertThat(policy("shop.dev.order").at("0.Action").texts())
                    .containsExactly("s3:DeleteObject", "s3:GetObject", "s3:PutObject");
        }

        private static dev.slipway.review.Tree policy(String role) {
            return synthesis.template("dev/identity").resources("AWS::IAM::Role").stream()
                    .filter(candidate -> candidate.property("RoleName").text().equals(role))
                    .findFirst()
                    .orElseThrow()
                    .property("Policies.0.PolicyDocument.Statement");
        }

        @Test
        void opensTheWayToTheBucketByItsName() {
            assertThat(synthesis
                            .manifest("dev", "ApplicationNetworkPolicy", "report.hosts")
                            .at("spec.egress"))
                    .isEqualTo(yaml("""
                            - to: [{ domainNames: ["%s.s3.eu-central-1.amazonaws.com"] }]
                              ports: [{ port: 443, protocol: TCP }]
                            """.formatted(NAME)));
        }
    }

    @Nested
    class Bound {
        @Test
        void tellsAServiceTheNameAndRegion() {
            assertThat(platform().planned("report").variables())
                    .contains(
                            Variable.plain("BUCKET_TAX_INVOICES", NAME, "reads bucket tax-invoices"),
                            Variable.plain("AWS_REGION", "eu-central-1", "reads bucket tax-invoices"));
        }

        @Test
        void grantsExactlyTheBucketAndItsObjects() {
            ServicePlan order = platform().planned("order");

            assertThat(order.grants())
                    .contains(
                            new Grant(
                                    List.of("s3:DeleteObject", "s3:GetObject", "s3:PutObject"),
                                    List.of(Arn.of("arn:aws:s3:::" + NAME + "/*")),
                                    "bucket tax-invoices"),
                            new Grant(
                                    List.of("s3:ListBucket"),
                                    List.of(Arn.of("arn:aws:s3:::" + NAME)),
                                    "bucket tax-invoices"))
                    .hasSize(4);
            assertThat(platform().planned("auth").grants()).isEmpty();
        }

        @Test
        void opensTheWayToTheBucket() {
            assertThat(platform().planned("report").edges())
                    .contains(NetworkEdge.out(
                            new Peer.OfHost(NAME + ".s3.eu-central-1.amazonaws.com"),
                            443,
                            "reads bucket tax-invoices",
                            Origin.unknown()));
        }
    }

    @Test
    void makesOneBucketThatTwoServicesShare() {
        Synthesis synthesis = Sample.with(s3())
                .services(
                        Service.java("order").needs(INVOICES),
                        Service.java("billing").needs(INVOICES))
                .render();

        assertThat(synthesis.resources("dev", "AWS::S3::Bucket")).hasSize(1);
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(s3()).render().templates("dev"))
                .extracting(Template::concern)
                .contains("network")
                .doesNotContain("storage");
    }

    @Test
    void shortensNamesThatS3WouldRefuseAndKeepsAccountAndRegion() {
        Service service = Service.java("order").needs(bucket("a-bucket-with-quite-a-long-name-for-one"));

        assertThat(Sample.with(s3()).services(service).render().resources("prod", "AWS::S3::Bucket"))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.property("BucketName").text())
                        .hasSizeLessThanOrEqualTo(63)
                        .matches("shop-prod-a-bucket-with-[a-z-]*[0-9a-f]{7}-111122223333-eu-central-1"));
    }
}
