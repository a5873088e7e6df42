package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.redis;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
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

    @Test
    void isRedisWhereverTheEngineIsNamed() {
        Resource group =
                synthesis.resources("dev", "AWS::ElastiCache::ReplicationGroup").get(0);

        assertThat(group.property("Engine").text()).isEqualTo("redis");
        assertThat(group.property("EngineVersion").text()).isEqualTo("7.1");
        assertThat(group.property("CacheParameterGroupName").text()).isEqualTo("default.redis7.cluster.on");
        assertThat(group.property("TransitEncryptionMode").text()).isEqualTo("required");
        assertThat(synthesis.resources("dev", "AWS::ElastiCache::User"))
                .allMatch(user -> user.property("Engine").text().equals("redis"));
        assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
    }

    @Test
    void hasAUserForEachServiceAndADefaultUserThatNobodyCanBe() {
        assertThat(synthesis.resources("dev", "AWS::ElastiCache::User"))
                .extracting(user -> "%s %s %s"
                        .formatted(
                                user.property("UserId").text(),
                                user.property("UserName").text(),
                                user.property("AccessString").text()))
                .containsExactlyInAnyOrder(
                        "shop-dev-store shop-dev-store on ~store:* resetchannels &store:* -@all +@all -@admin -@dangerous +info",
                        "default-shop-dev default off -@all");
        assertThat(synthesis
                        .resources("dev", "AWS::ElastiCache::UserGroup")
                        .get(0)
                        .property("UserIds")
                        .items())
                .extracting(id -> id.get("Ref").text())
                .containsExactly("Userstore", "Nobody");
    }

    @Test
    void bindsWhatValkeyBinds() {
        assertThat(platform(redis()).planned("store"))
                .isEqualTo(platform(valkey()).planned("store"));
    }
}
