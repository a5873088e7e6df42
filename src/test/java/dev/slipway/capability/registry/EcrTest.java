package dev.slipway.capability.registry;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.registry.Ecr.ecr;
import static dev.slipway.platform.Image.published;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EcrTest {
    private static final Service PROXY = Service.other("proxy").image(published("docker.io/envoyproxy/envoy:v1.35.0"));

    private static Platform platform(Environment environment) {
        return Platform.named("shop")
                .with(vpc(), eksAutoMode(), ecr())
                .services(Service.java("order"), PROXY)
                .environments(environment);
    }

    @Nested
    class ServingProduction {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis =
                    Sample.with(ecr()).services(Service.java("order"), PROXY).render();
        }

        @Test
        void hasOneRepositoryForEachImageThatIsBuiltHere() {
            assertThat(synthesis)
                    .stack("shared/registry")
                    .hasResources(1)
                    .hasResource("AWS::ECR::Repository", "shop/order");
        }

        @Test
        void keepsATagOnItsImageAndScansIt() {
            repository(synthesis)
                    .hasProperty("ImageTagMutability", "IMMUTABLE")
                    .hasProperty("ImageScanningConfiguration.ScanOnPush", true)
                    .hasProperty("EncryptionConfiguration.EncryptionType", "KMS");
        }

        @Test
        void dropsUntaggedImagesAfterAWeekAndAllButTheLastFifty() {
            repository(synthesis)
                    .property("LifecyclePolicy.LifecyclePolicyText")
                    .asJson()
                    .at("rules")
                    .extracting("selection")
                    .is(ofYaml("""
                            - { tagStatus: untagged, countType: sinceImagePushed, countNumber: 7, countUnit: days }
                            - { tagStatus: any, countType: imageCountMoreThan, countNumber: 50 }
                            """));
        }

        @Test
        void isKeptWhenItsStackGoes() {
            repository(synthesis)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate")
                    .hasProperty("EmptyOnDelete", false);
        }
    }

    @Test
    void goesWithItsStackWhereNoProductionUsesIt() {
        repository(Slipway.render(Slipway.plan(platform(Environment.named("dev")))))
                .isDeletedWithItsStack()
                .hasProperty("EmptyOnDelete", true);
    }

    private static ResourceAssert repository(Synthesis synthesis) {
        return assertThat(synthesis).environment("shared").resource("AWS::ECR::Repository");
    }

    @Test
    void namesTheImageInTheAccountAndRegionOfTheEnvironment() {
        assertThat(image(Environment.named("dev").in("444455556666", "us-west-2")))
                .isEqualTo("444455556666.dkr.ecr.us-west-2.amazonaws.com/shop/order:0.0.0");
        assertThat(image(Environment.named("dev").in("444455556666", "cn-north-1")))
                .isEqualTo("444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn/shop/order:0.0.0");
    }

    private static String image(Environment environment) {
        return Slipway.plan(platform(environment))
                .verify()
                .environments()
                .get(0)
                .services()
                .get(0)
                .image();
    }
}
