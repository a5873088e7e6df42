package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.redis;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisTest {
    private static Synthesis synthesis;

    private static Sample platform(ElastiCache cache) {
        return Sample.with(cache).services(Service.java("store").needs(cache()));
    }

    @BeforeAll
    static void render() {
        synthesis = platform(redis().clusterMode(2)).render();
    }

    private static EnvironmentAssert dev() {
        return assertThat(synthesis).environment("dev");
    }

    @Test
    void isRedisWhereverTheEngineIsNamed() {
        dev().resource("AWS::ElastiCache::ReplicationGroup")
                .hasProperty("Engine", "redis")
                .hasProperty("EngineVersion", "7.1")
                .hasProperty("CacheParameterGroupName", "default.redis7.cluster.on")
                .hasProperty("TransitEncryptionMode", "required");
        dev().resources("AWS::ElastiCache::User").each(user -> user.hasProperty("Engine", "redis"));
        assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
    }

    @Test
    void hasAUserForEachServiceAndADefaultUserThatNobodyCanBe() {
        dev().resources("AWS::ElastiCache::User")
                .extracting("UserId", "UserName", "AccessString")
                .hasItemsInAnyOrder(
                        List.of(
                                "shop-dev-store",
                                "shop-dev-store",
                                "on ~store:* resetchannels &store:* -@all +@all -@admin -@dangerous +info"),
                        List.of("default-shop-dev", "default", "off -@all"));
        dev().resource("AWS::ElastiCache::UserGroup")
                .property("UserIds")
                .extracting("Ref")
                .hasItems("Userstore", "Nobody");
    }

    @Test
    void bindsWhatValkeyBinds() {
        assertThat(platform(redis()).planned("store"))
                .isEqualTo(platform(valkey()).planned("store"));
    }
}
