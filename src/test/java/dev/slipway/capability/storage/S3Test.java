package dev.slipway.capability.storage;

import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.Bucket.reads;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
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
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.TreeAssert;
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

        private static ResourceAssert named(String stage, String name) {
            return assertThat(synthesis).stack(stage + "/storage").resource("AWS::S3::Bucket", name);
        }

        @Test
        void isPrivateEncryptedAndVersioned() {
            named("dev", NAME)
                    .hasProperty("VersioningConfiguration.Status", "Enabled")
                    .hasProperty("PublicAccessBlockConfiguration", ofYaml("""
                            BlockPublicAcls: true
                            BlockPublicPolicy: true
                            IgnorePublicAcls: true
                            RestrictPublicBuckets: true
                            """))
                    .hasProperty(
                            "BucketEncryption.ServerSideEncryptionConfiguration.0",
                            ofYaml("ServerSideEncryptionByDefault: { SSEAlgorithm: AES256 }"))
                    .hasProperty("OwnershipControls.Rules.0.ObjectOwnership", "BucketOwnerEnforced");
        }

        @Test
        void refusesEveryRequestWithoutTls() {
            assertThat(synthesis)
                    .stack("prod/storage")
                    .resources("AWS::S3::BucketPolicy")
                    .hasCount(2)
                    .each(policy -> policy.hasProperty("PolicyDocument.Statement.0.Effect", "Deny")
                            .hasProperty(
                                    "PolicyDocument.Statement.0.Condition",
                                    ofYaml("Bool: { 'aws:SecureTransport': 'false' }"))
                            .hasProperty(
                                    "PolicyDocument.Statement.1.Condition",
                                    ofYaml("NumericLessThan: { 's3:TlsVersion': 1.2 }")));
        }

        @Test
        void archivesExpiresAndCleansUp() {
            named("dev", NAME).hasProperty("LifecycleConfiguration.Rules", ofYaml("""
                    - Id: cleanup
                      Status: Enabled
                      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }
                      NoncurrentVersionExpiration: { NoncurrentDays: 30 }
                      ExpirationInDays: 3650
                      Transitions: [{ StorageClass: GLACIER_IR, TransitionInDays: 90 }]
                    """));
            named("dev", "shop-dev-exports-111122223333-eu-central-1")
                    .hasProperty("LifecycleConfiguration.Rules", ofYaml("""
                            - Id: cleanup
                              Status: Enabled
                              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 }
                              NoncurrentVersionExpiration: { NoncurrentDays: 30 }
                              ExpiredObjectDeleteMarker: true
                            """));
        }

        @Test
        void isKeptInProductionAndEmptiedElsewhere() {
            named("prod", "shop-prod-tax-invoices-111122223333-eu-central-1")
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            named("dev", NAME).isDeletedWithItsStack();
            assertThat(synthesis)
                    .environment("prod")
                    .resources("Custom::S3AutoDeleteObjects")
                    .areNone();
            assertThat(synthesis)
                    .environment("dev")
                    .resources("Custom::S3AutoDeleteObjects")
                    .hasCount(2);
        }

        @Test
        void tellsItsOwner() {
            named("dev", NAME).hasTag("owner", "checkout").hasTag("service", "order");
        }

        @Test
        void letsTheOwnerWriteAndTheReaderRead() {
            String bucket = "arn:aws:s3:::" + NAME;

            policy("shop.dev.report").is(ofYaml("""
                    - { Effect: Allow, Action: ["s3:GetObject"], Resource: ["%s/*"] }
                    - { Effect: Allow, Action: ["s3:ListBucket"], Resource: ["%s"] }
                    """.formatted(bucket, bucket)));
            policy("shop.dev.order").at("0.Action").hasItems("s3:DeleteObject", "s3:GetObject", "s3:PutObject");
            assertThat(synthesis)
                    .environment("dev")
                    .service("report")
                    .may("s3:GetObject", bucket + "/2026/1.pdf")
                    .mayNot("s3:PutObject", bucket + "/2026/1.pdf");
            assertThat(synthesis).environment("dev").service("order").may("s3:PutObject", bucket + "/2026/1.pdf");
        }

        private static TreeAssert policy(String role) {
            return assertThat(synthesis)
                    .stack("dev/identity")
                    .resource("AWS::IAM::Role", role)
                    .property("Policies.0.PolicyDocument.Statement");
        }

        @Test
        void opensTheWayToTheBucketByItsName() {
            String host = NAME + ".s3.eu-central-1.amazonaws.com";

            assertThat(synthesis)
                    .environment("dev")
                    .manifest("ApplicationNetworkPolicy", "report.hosts")
                    .hasField("spec.egress", ofYaml("""
                            - to: [{ domainNames: ["%s"] }]
                              ports: [{ port: 443, protocol: TCP }]
                            """.formatted(host)));
            assertThat(synthesis).environment("dev").service("report").canReach(host, 443);
            assertThat(synthesis).environment("dev").service("auth").cannotReach(host, 443);
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

        assertThat(synthesis).environment("dev").resources("AWS::S3::Bucket").hasCount(1);
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(s3()).render()).doesNotHaveStack("dev/storage").stack("dev/network");
    }

    @Test
    void shortensNamesThatS3WouldRefuseAndKeepsAccountAndRegion() {
        Service service = Service.java("order").needs(bucket("a-bucket-with-quite-a-long-name-for-one"));

        assertThat(Sample.with(s3()).services(service).render())
                .environment("prod")
                .resource("AWS::S3::Bucket")
                .property("BucketName")
                .asText()
                .hasSizeLessThanOrEqualTo(63)
                .matches("shop-prod-a-bucket-with-[a-z-]*[0-9a-f]{7}-111122223333-eu-central-1");
    }
}
