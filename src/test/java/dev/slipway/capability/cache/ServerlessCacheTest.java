package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ServerlessCache.serverlessCache;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessCacheTest {
    private static Sample platform(ServerlessCache cache) {
        return Sample.with(cache)
                .services(
                        Service.java("store").needs(cache()), Service.go("auth").needs(cache()));
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform(serverlessCache()).render();
        }

        private static Resource cache(String environment) {
            return synthesis
                    .resources(environment, "AWS::ElastiCache::ServerlessCache")
                    .get(0);
        }

        @Test
        void isValkeyInTheIsolatedSubnets() {
            assertThat(cache("dev").property("ServerlessCacheName").text()).isEqualTo("shop-dev");
            assertThat(cache("dev").property("Engine").text()).isEqualTo("valkey");
            assertThat(cache("dev").property("MajorEngineVersion").text()).isEqualTo("8");
            assertThat(cache("dev").property("SubnetIds"))
                    .hasToString("{\"Ref\":\"ReadShopDevNetworkIsolatedSubnetIds\"}");
        }

        @Test
        void isLimitedByEnvironment() {
            assertThat(cache("dev").property("CacheUsageLimits"))
                    .hasToString(
                            "{\"DataStorage\":{\"Maximum\":1,\"Unit\":\"GB\"},\"ECPUPerSecond\":{\"Maximum\":5000}}");
            assertThat(cache("prod").property("CacheUsageLimits"))
                    .hasToString(
                            "{\"DataStorage\":{\"Maximum\":10,\"Unit\":\"GB\"},\"ECPUPerSecond\":{\"Maximum\":30000}}");
        }

        @Test
        void isKeptAndHasSnapshotsInProductionOnly() {
            assertThat(cache("dev").property("SnapshotRetentionLimit").number()).hasValue(0L);
            assertThat(cache("dev").tree().get("DeletionPolicy").text()).isEqualTo("Delete");
            assertThat(cache("prod").property("SnapshotRetentionLimit").number())
                    .hasValue(7L);
            assertThat(cache("prod").tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        }

        @Test
        void isEncryptedWithAKeyOfItsOwn() {
            assertThat(cache("prod").property("KmsKeyId.Fn::GetAtt").texts().get(0))
                    .isEqualTo(synthesis
                            .template("prod/cache")
                            .resources("AWS::KMS::Key")
                            .get(0)
                            .id());
        }

        @Test
        void hasAUserForEachServiceAndNoOther() {
            assertThat(synthesis.template("dev/cache").resources("AWS::ElastiCache::User"))
                    .extracting(user -> user.property("UserName").text())
                    .containsExactlyInAnyOrder("shop-dev-auth", "shop-dev-store");
            assertThat(cache("dev").property("UserGroupId.Ref").text()).isEqualTo("Users");
        }

        @Test
        void admitsPodsToItsTwoPorts() {
            Template template = synthesis.template("dev/cache");

            assertThat(template.resources("AWS::EC2::SecurityGroup")
                            .get(0)
                            .property("SecurityGroupIngress")
                            .items())
                    .extracting(rule -> rule.get("FromPort").number().orElseThrow())
                    .containsExactly(6379L, 6380L);
        }

        @Test
        void publishesWhereItIs() {
            assertThat(synthesis.template("dev/cache").resources("AWS::SSM::Parameter"))
                    .singleElement()
                    .satisfies(parameter -> {
                        assertThat(parameter.property("Name").text()).isEqualTo("/shop/dev/cache/endpoint");
                        assertThat(parameter.property("Value.Fn::GetAtt").texts())
                                .containsExactly("Cache", "Endpoint.Address");
                    });
            assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
        }
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(serverlessCache()).render().templates("dev"))
                .extracting(Template::concern)
                .contains("network")
                .doesNotContain("cache");
    }

    @Test
    void hasTheLimitsChosen() {
        assertThat(platform(serverlessCache().storage(50).requests(100_000))
                        .render()
                        .resources("dev", "AWS::ElastiCache::ServerlessCache")
                        .get(0)
                        .property("CacheUsageLimits"))
                .hasToString(
                        "{\"DataStorage\":{\"Maximum\":50,\"Unit\":\"GB\"},\"ECPUPerSecond\":{\"Maximum\":100000}}");
    }

    @Nested
    class Bound {
        @Test
        void tellsAServiceWhereAndAsWhomToConnectAndThatItIsACluster() {
            assertThat(platform(serverlessCache()).planned("store").variables())
                    .filteredOn(variable -> variable.name().startsWith("CACHE_"))
                    .containsExactlyInAnyOrder(
                            Variable.from(
                                    "CACHE_HOST",
                                    new Parameter("/shop/dev/cache/endpoint", Parameter.Type.TEXT),
                                    "cache"),
                            Variable.plain("CACHE_PORT", "6379", "cache"),
                            Variable.plain("CACHE_TLS", "true", "cache"),
                            Variable.plain("CACHE_CLUSTER", "true", "cache"),
                            Variable.fromSecret("CACHE_USERNAME", "shop/dev/store/cache", "username", "cache"),
                            Variable.fromSecret("CACHE_PASSWORD", "shop/dev/store/cache", "password", "cache"),
                            Variable.plain("CACHE_KEY_PREFIX", "store:", "cache"));
        }

        @Test
        void opensTheWayToBothPorts() {
            assertThat(platform(serverlessCache()).planned("auth").edges())
                    .filteredOn(edge -> edge.reason().equals("cache"))
                    .allMatch(edge -> edge.peer().equals(new Peer.OfSubnets(Tier.ISOLATED)))
                    .extracting(NetworkEdge::port)
                    .containsExactly(6379, 6380);
        }
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(ints = {0, 5001})
        void refusesStorageThatElastiCacheDoesNotHave(int gigabytes) {
            assertThat(platform(serverlessCache().storage(gigabytes)).problems())
                    .containsExactly(
                            "cache/serverless-storage: The storage (%s GB) of the cache must be 1 to 5000 GB. Fix: write it as serverlessCache().storage(10)."
                                    .formatted(gigabytes));
        }

        @ParameterizedTest
        @ValueSource(ints = {999, 15_000_001})
        void refusesRequestsThatElastiCacheDoesNotTake(int ecpus) {
            assertThat(platform(serverlessCache().requests(ecpus)).problems())
                    .containsExactly(
                            "cache/serverless-requests: The requests (%s processing units a second) of the cache must be 1000 to 15000000. Fix: write it as serverlessCache().requests(30000)."
                                    .formatted(ecpus));
        }

        @Test
        void acceptsTheLimitsThemselves() {
            assertThat(platform(serverlessCache().storage(1).requests(1000)).problems())
                    .isEmpty();
            assertThat(platform(serverlessCache().storage(5000).requests(15_000_000))
                            .problems())
                    .isEmpty();
        }
    }
}
