package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ServerlessCache.serverlessCache;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerlessCacheTest {
    private static Tree limits(int gigabytes, int requests) {
        return Tree.ofYaml("{ DataStorage: { Maximum: %s, Unit: GB }, ECPUPerSecond: { Maximum: %s } }"
                .formatted(gigabytes, requests));
    }

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

        private static ResourceAssert cache(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::ElastiCache::ServerlessCache");
        }

        private static StackAssert cacheOfDev() {
            return assertThat(synthesis).stack("dev/cache");
        }

        @Test
        void isValkeyInTheIsolatedSubnets() {
            cache("dev")
                    .hasProperty("ServerlessCacheName", "shop-dev")
                    .hasProperty("Engine", "valkey")
                    .hasProperty("MajorEngineVersion", "8")
                    .hasText("SubnetIds", "${/shop/dev/network/isolated-subnet-ids}");
        }

        @Test
        void isLimitedByEnvironment() {
            cache("dev").hasProperty("CacheUsageLimits", limits(1, 5000));
            cache("prod").hasProperty("CacheUsageLimits", limits(10, 30_000));
        }

        @Test
        void isKeptAndHasSnapshotsInProductionOnly() {
            cache("dev").hasProperty("SnapshotRetentionLimit", 0).hasAttribute("DeletionPolicy", "Delete");
            cache("prod")
                    .hasProperty("SnapshotRetentionLimit", 7)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
        }

        @Test
        void isEncryptedWithAKeyOfItsOwn() {
            cache("prod").refersTo("KmsKeyId", "AWS::KMS::Key");
        }

        @Test
        void hasAUserForEachServiceAndNoOther() {
            cacheOfDev().resources("AWS::ElastiCache::User").areNamed("shop-dev-auth", "shop-dev-store");
            cache("dev").refersTo("UserGroupId", "AWS::ElastiCache::UserGroup", "Users");
        }

        @Test
        void admitsPodsToItsTwoPorts() {
            cacheOfDev()
                    .resource("AWS::EC2::SecurityGroup")
                    .property("SecurityGroupIngress")
                    .extracting("FromPort")
                    .hasItems(6379, 6380);
        }

        @Test
        void publishesWhereItIs() {
            cacheOfDev()
                    .resource("AWS::SSM::Parameter")
                    .hasProperty("Name", "/shop/dev/cache/endpoint")
                    .hasText("Value", "${dev/cache/Cache/Endpoint.Address}");
            assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
        }
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(serverlessCache()).render()).environment("dev").hasStacks("network", "cluster");
    }

    @Test
    void hasTheLimitsChosen() {
        assertThat(platform(serverlessCache().storage(50).requests(100_000)).render())
                .environment("dev")
                .resource("AWS::ElastiCache::ServerlessCache")
                .hasProperty("CacheUsageLimits", limits(50, 100_000));
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
