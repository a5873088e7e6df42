package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElastiCacheTest {
    private static Sample platform(ElastiCache cache) {
        return Sample.with(cache)
                .services(
                        Service.java("store").needs(cache()), Service.go("auth").needs(cache()), Service.java("order"));
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = platform(valkey()).render();
        }

        private static ResourceAssert group(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::ElastiCache::ReplicationGroup");
        }

        private static StackAssert cacheOfDev() {
            return assertThat(synthesis).stack("dev/cache");
        }

        @Test
        void isEncryptedOnTheWireAndAtRest() {
            group("dev")
                    .hasProperty("Engine", "valkey")
                    .hasProperty("EngineVersion", "8.2")
                    .hasProperty("TransitEncryptionEnabled", true)
                    .hasProperty("TransitEncryptionMode", "required")
                    .hasProperty("AtRestEncryptionEnabled", true);
        }

        @Test
        void isOneSmallNodeOutsideProduction() {
            group("dev")
                    .hasProperty("ReplicationGroupId", "shop-dev")
                    .hasProperty("NumCacheClusters", 1)
                    .hasProperty("CacheNodeType", "cache.t4g.micro")
                    .hasProperty("AutomaticFailoverEnabled", false)
                    .hasProperty("MultiAZEnabled", false)
                    .hasProperty("SnapshotRetentionLimit", 0)
                    .hasAttribute("DeletionPolicy", "Delete");
        }

        @Test
        void survivesTheLossOfAZoneInProduction() {
            group("prod")
                    .hasProperty("NumCacheClusters", 3)
                    .hasProperty("CacheNodeType", "cache.r7g.large")
                    .hasProperty("AutomaticFailoverEnabled", true)
                    .hasProperty("MultiAZEnabled", true)
                    .hasProperty("SnapshotRetentionLimit", 7)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
        }

        @Test
        void hasAUserForEachServiceThatAsksAndNoOther() {
            cacheOfDev()
                    .resources("AWS::ElastiCache::User")
                    .extracting("UserName", "AccessString")
                    .hasItemsInAnyOrder(
                            List.of(
                                    "shop-dev-auth",
                                    "on ~auth:* resetchannels &auth:* -@all +@all -@admin -@dangerous +info"),
                            List.of(
                                    "shop-dev-store",
                                    "on ~store:* resetchannels &store:* -@all +@all -@admin -@dangerous +info"));
            cacheOfDev()
                    .resource("AWS::ElastiCache::UserGroup")
                    .property("UserIds")
                    .extracting("Ref")
                    .hasItems("Userstore", "Userauth");
        }

        @Test
        void readsEachPasswordFromTheSecretThatMakesIt() {
            cacheOfDev()
                    .resource("AWS::ElastiCache::User", "Userstore")
                    .hasProperty("Passwords.0.Fn::Join.1.0", "{{resolve:secretsmanager:")
                    .refersTo("Passwords.0.Fn::Join.1.1", "AWS::SecretsManager::Secret", "shop/dev/store/cache")
                    .hasProperty("Passwords.0.Fn::Join.1.2", ":SecretString:password::}}")
                    .property("Passwords")
                    .hasSize(1);
            cacheOfDev()
                    .resource("AWS::SecretsManager::Secret", "shop/dev/store/cache")
                    .hasProperty("GenerateSecretString", Tree.ofYaml("""
                            SecretStringTemplate: '{"username":"shop-dev-store"}'
                            GenerateStringKey: password
                            PasswordLength: 48
                            ExcludePunctuation: true
                            """));
        }

        @Test
        void admitsThePodsOfTheClusterOnly() {
            cacheOfDev().resource("AWS::EC2::SecurityGroup").hasProperty("SecurityGroupIngress", Tree.ofYaml("""
                    - Description: Pods of the cluster
                      IpProtocol: tcp
                      FromPort: 6379
                      ToPort: 6379
                      SourceSecurityGroupId: { Ref: ReadShopDevClusterSecurityGroupId }
                    """));
            cacheOfDev()
                    .resource("AWS::ElastiCache::SubnetGroup")
                    .hasText("SubnetIds", "${/shop/dev/network/isolated-subnet-ids}");
        }

        @Test
        void publishesWhereThePrimaryIs() {
            cacheOfDev()
                    .resource("AWS::SSM::Parameter")
                    .hasProperty("Name", "/shop/dev/cache/endpoint")
                    .hasText("Value", "${dev/cache/ReplicationGroup/PrimaryEndPoint.Address}");
        }
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(valkey()).render()).environment("dev").hasStacks("network", "cluster");
    }

    @Test
    void hasTheReplicasAndNodesChosen() {
        assertThat(platform(valkey().replicas(1).nodeType("cache.t4g.small")).render())
                .environment("dev")
                .resource("AWS::ElastiCache::ReplicationGroup")
                .hasProperty("NumCacheClusters", 2)
                .hasProperty("AutomaticFailoverEnabled", true)
                .hasProperty("CacheNodeType", "cache.t4g.small");
    }

    @Test
    void shortensIdsThatElastiCacheWouldRefuse() {
        Service service =
                Service.java("a-service-with-quite-a-long-name-for-one").needs(cache());

        assertThat(Sample.with(valkey()).services(service).render())
                .environment("dev")
                .resource("AWS::ElastiCache::User")
                .property("UserId")
                .asText()
                .hasSizeLessThanOrEqualTo(40)
                .startsWith("shop-dev-a-service-with-quite-a");
    }

    @Nested
    class Bound {
        @Test
        void tellsAServiceWhereAndAsWhomToConnect() {
            ServicePlan store = platform(valkey()).planned("store");

            assertThat(store.variables())
                    .filteredOn(variable -> variable.name().startsWith("CACHE_"))
                    .containsExactlyInAnyOrder(
                            Variable.from(
                                    "CACHE_HOST",
                                    new Parameter("/shop/dev/cache/endpoint", Parameter.Type.TEXT),
                                    "cache"),
                            Variable.plain("CACHE_PORT", "6379", "cache"),
                            Variable.plain("CACHE_TLS", "true", "cache"),
                            Variable.fromSecret("CACHE_USERNAME", "shop/dev/store/cache", "username", "cache"),
                            Variable.fromSecret("CACHE_PASSWORD", "shop/dev/store/cache", "password", "cache"),
                            Variable.plain("CACHE_KEY_PREFIX", "store:", "cache"));
        }

        @Test
        void opensTheWayToTheIsolatedSubnets() {
            assertThat(platform(valkey()).planned("store").edges())
                    .contains(NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 6379, "cache", Origin.unknown()));
            assertThat(platform(valkey()).planned("order").edges())
                    .noneMatch(edge -> edge.reason().equals("cache"));
        }

        @Test
        void grantsNothingOnAws() {
            assertThat(platform(valkey()).planned("store").grants()).isEmpty();
        }
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(ints = {-1, 6})
        void refusesMoreReplicasThanElastiCacheHas(int replicas) {
            assertThat(platform(valkey().replicas(replicas)).problems())
                    .containsExactly(
                            "cache/replicas: The replicas (%s) of the cache must be 0 to 5. Fix: write it as valkey().replicas(2)."
                                    .formatted(replicas));
        }

        @ParameterizedTest
        @ValueSource(strings = {"t4g.small", "cache.t4g", "cache.T4G.small", "cache.t4g.small.x", "db.t4g.small"})
        void refusesWhatIsNoNodeType(String type) {
            assertThat(platform(valkey().nodeType(type)).problems())
                    .containsExactly(
                            "cache/node-type: The node type (%s) of the cache must be cache, a family and a size, parted by dots. Fix: write it as valkey().nodeType(\"cache.t4g.small\")."
                                    .formatted(type));
        }

        @ParameterizedTest
        @ValueSource(strings = {"cache.t4g.small", "cache.c7gn.16xlarge"})
        void acceptsNodeTypes(String type) {
            assertThat(platform(valkey().nodeType(type).replicas(5)).problems()).isEmpty();
            assertThat(platform(valkey().nodeType(type).replicas(0)).problems()).isEmpty();
        }
    }
}
