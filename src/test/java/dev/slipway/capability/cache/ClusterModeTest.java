package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.redis;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterModeTest {
    private static Sample platform(ElastiCache cache) {
        return Sample.with(cache).services(Service.java("store").needs(cache()));
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform(valkey().clusterMode(3)).render();
        }

        private static ResourceAssert group(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::ElastiCache::ReplicationGroup");
        }

        @Test
        void spreadsKeysOverShards() {
            group("dev")
                    .hasProperty("ClusterMode", "enabled")
                    .hasProperty("CacheParameterGroupName", "default.valkey8.cluster.on")
                    .hasProperty("NumNodeGroups", 3)
                    .hasProperty("ReplicasPerNodeGroup", 0)
                    .doesNotHaveProperty("NumCacheClusters")
                    .hasProperty("AutomaticFailoverEnabled", true)
                    .hasProperty("MultiAZEnabled", false);
        }

        @Test
        void givesEachShardItsReplicasInProduction() {
            group("prod")
                    .hasProperty("NumNodeGroups", 3)
                    .hasProperty("ReplicasPerNodeGroup", 2)
                    .hasProperty("MultiAZEnabled", true);
        }

        @Test
        void publishesWhereTheShardsAreAskedFor() {
            assertThat(synthesis)
                    .stack("dev/cache")
                    .resource("AWS::SSM::Parameter")
                    .hasText("Value", "${dev/cache/ReplicationGroup/ConfigurationEndPoint.Address}");
        }

        @Test
        void satisfiesTheValidationOfTheCdk() {
            assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
        }
    }

    @Test
    void tellsClientsThatItIsACluster() {
        Variable cluster = Variable.plain("CACHE_CLUSTER", "true", "cache");

        assertThat(platform(valkey().clusterMode(1)).planned("store").variables())
                .contains(cluster);
        assertThat(platform(valkey()).planned("store").variables()).doesNotContain(cluster);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 501})
    void refusesShardsThatElastiCacheDoesNotHave(int shards) {
        assertThat(platform(redis().clusterMode(shards).replicas(0)).problems())
                .containsExactly(
                        "cache/shards: The shards (%s) of the cache must be 1 to 500. Fix: write it as redis().clusterMode(3)."
                                .formatted(shards));
    }

    @Test
    void warnsOfMoreNodesThanAnAccountHasAtFirst() {
        Sample sample = platform(valkey().clusterMode(46).replicas(1));

        assertThat(sample.problems())
                .containsExactly(
                        "cache/nodes: The nodes (92) of the cache, shards with their replicas, are more than the 90 that an account has at first. Fix: choose fewer shards or larger nodes, or have the quota raised first.");
        assertThat(sample.plan().hasErrors()).isFalse();
        assertThat(platform(valkey().clusterMode(45).replicas(1)).problems()).isEmpty();
    }
}
