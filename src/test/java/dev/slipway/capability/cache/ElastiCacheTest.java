package dev.slipway.capability.cache;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
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
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
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

        private static Resource group(String environment) {
            return synthesis
                    .resources(environment, "AWS::ElastiCache::ReplicationGroup")
                    .get(0);
        }

        private static Template cacheOfDev() {
            return synthesis.template("dev/cache");
        }

        @Test
        void isEncryptedOnTheWireAndAtRest() {
            Resource group = group("dev");

            assertThat(group.property("Engine").text()).isEqualTo("valkey");
            assertThat(group.property("EngineVersion").text()).isEqualTo("8.2");
            assertThat(group.property("TransitEncryptionEnabled").isTrue()).isTrue();
            assertThat(group.property("TransitEncryptionMode").text()).isEqualTo("required");
            assertThat(group.property("AtRestEncryptionEnabled").isTrue()).isTrue();
        }

        @Test
        void isOneSmallNodeOutsideProduction() {
            Resource group = group("dev");

            assertThat(group.property("ReplicationGroupId").text()).isEqualTo("shop-dev");
            assertThat(group.property("NumCacheClusters").number()).hasValue(1L);
            assertThat(group.property("CacheNodeType").text()).isEqualTo("cache.t4g.micro");
            assertThat(group.property("AutomaticFailoverEnabled").text()).isEqualTo("false");
            assertThat(group.property("MultiAZEnabled").text()).isEqualTo("false");
            assertThat(group.property("SnapshotRetentionLimit").number()).hasValue(0L);
            assertThat(group.tree().get("DeletionPolicy").text()).isEqualTo("Delete");
        }

        @Test
        void survivesTheLossOfAZoneInProduction() {
            Resource group = group("prod");

            assertThat(group.property("NumCacheClusters").number()).hasValue(3L);
            assertThat(group.property("CacheNodeType").text()).isEqualTo("cache.r7g.large");
            assertThat(group.property("AutomaticFailoverEnabled").isTrue()).isTrue();
            assertThat(group.property("MultiAZEnabled").isTrue()).isTrue();
            assertThat(group.property("SnapshotRetentionLimit").number()).hasValue(7L);
            assertThat(group.tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        }

        @Test
        void hasAUserForEachServiceThatAsksAndNoOther() {
            assertThat(cacheOfDev().resources("AWS::ElastiCache::User"))
                    .extracting(user -> "%s %s"
                            .formatted(
                                    user.property("UserName").text(),
                                    user.property("AccessString").text()))
                    .containsExactlyInAnyOrder(
                            "shop-dev-auth on ~auth:* resetchannels &auth:* -@all +@all -@admin -@dangerous +info",
                            "shop-dev-store on ~store:* resetchannels &store:* -@all +@all -@admin -@dangerous +info");
            assertThat(cacheOfDev()
                            .resources("AWS::ElastiCache::UserGroup")
                            .get(0)
                            .property("UserIds")
                            .items())
                    .extracting(id -> id.get("Ref").text())
                    .containsExactly("Userstore", "Userauth");
        }

        @Test
        void readsEachPasswordFromTheSecretThatMakesIt() {
            Resource user = cacheOfDev().resources("AWS::ElastiCache::User").stream()
                    .filter(candidate -> candidate.id().equals("Userstore"))
                    .findFirst()
                    .orElseThrow();
            Resource secret = cacheOfDev().resources("AWS::SecretsManager::Secret").stream()
                    .filter(candidate -> candidate.property("Name").text().equals("shop/dev/store/cache"))
                    .findFirst()
                    .orElseThrow();

            assertThat(user.property("Passwords"))
                    .hasToString(
                            "[{\"Fn::Join\":[\"\", [\"{{resolve:secretsmanager:\", {\"Ref\":\"%s\"}, \":SecretString:password::}}\"]]}]"
                                    .formatted(secret.id()));
            assertThat(secret.property("GenerateSecretString"))
                    .hasToString(
                            "{\"ExcludePunctuation\":true,\"GenerateStringKey\":\"password\",\"PasswordLength\":48,\"SecretStringTemplate\":\"{\\\"username\\\":\\\"shop-dev-store\\\"}\"}");
        }

        @Test
        void admitsThePodsOfTheClusterOnly() {
            Resource group = cacheOfDev().resources("AWS::EC2::SecurityGroup").get(0);

            assertThat(group.property("SecurityGroupIngress"))
                    .hasToString(
                            "[{\"Description\":\"Pods of the cluster\",\"FromPort\":6379,\"IpProtocol\":\"tcp\",\"SourceSecurityGroupId\":{\"Ref\":\"ReadShopDevClusterSecurityGroupId\"},\"ToPort\":6379}]");
            assertThat(cacheOfDev()
                            .resources("AWS::ElastiCache::SubnetGroup")
                            .get(0)
                            .property("SubnetIds"))
                    .hasToString("{\"Ref\":\"ReadShopDevNetworkIsolatedSubnetIds\"}");
        }

        @Test
        void publishesWhereThePrimaryIs() {
            assertThat(cacheOfDev().resources("AWS::SSM::Parameter"))
                    .singleElement()
                    .satisfies(parameter -> {
                        assertThat(parameter.property("Name").text()).isEqualTo("/shop/dev/cache/endpoint");
                        assertThat(parameter.property("Value.Fn::GetAtt").texts())
                                .containsExactly("ReplicationGroup", "PrimaryEndPoint.Address");
                    });
        }
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(valkey()).render().templates("dev"))
                .extracting(Template::concern)
                .contains("network")
                .doesNotContain("cache");
    }

    @Test
    void hasTheReplicasAndNodesChosen() {
        Resource group = platform(valkey().replicas(1).nodeType("cache.t4g.small"))
                .render()
                .resources("dev", "AWS::ElastiCache::ReplicationGroup")
                .get(0);

        assertThat(group.property("NumCacheClusters").number()).hasValue(2L);
        assertThat(group.property("AutomaticFailoverEnabled").isTrue()).isTrue();
        assertThat(group.property("CacheNodeType").text()).isEqualTo("cache.t4g.small");
    }

    @Test
    void shortensIdsThatElastiCacheWouldRefuse() {
        Service service =
                Service.java("a-service-with-quite-a-long-name-for-one").needs(cache());

        assertThat(Sample.with(valkey()).services(service).render().resources("dev", "AWS::ElastiCache::User"))
                .singleElement()
                .satisfies(user -> assertThat(user.property("UserId").text())
                        .hasSizeLessThanOrEqualTo(40)
                        .startsWith("shop-dev-a-service-with-quite-a"));
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
