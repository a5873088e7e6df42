package dev.slipway.capability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.redis;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cache.ServerlessCache.serverlessCache;
import static dev.slipway.capability.cache.incluster.InClusterValkey.inClusterValkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.cluster.ExistingEks.existingEks;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.ExistingMysql.existingMysql;
import static dev.slipway.capability.database.ExistingPostgres.existingPostgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.incluster.GatewayRoutes.gatewayRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.edge.incluster.TraefikRoutes.traefikRoutes;
import static dev.slipway.capability.identity.token.KubernetesApi.kubernetesApi;
import static dev.slipway.capability.identity.token.ServiceAccountTokens.serviceAccountTokens;
import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.network.ExistingVpc.existingVpc;
import static dev.slipway.capability.network.PodNetwork.podNetwork;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.registry.Ecr.ecr;
import static dev.slipway.capability.registry.LoadedImages.loadedImages;
import static dev.slipway.capability.secrets.ClusterSecrets.clusterSecrets;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.incluster.InClusterKafka.inClusterKafka;
import static dev.slipway.capability.streaming.msk.ExistingMsk.existingMsk;
import static dev.slipway.capability.streaming.msk.ExpressMsk.expressMsk;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;

import dev.slipway.Slipway;
import dev.slipway.capability.network.ExistingVpc;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Need;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.ProviderKit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every provider that Slipway brings, with a platform that uses all that it does. */
public final class Providers {
    private static final Topic PLACED = Topic.named("order.placed");
    private static final Topic PRICES = Topic.named("prices").compact();

    private static final String EXISTING_CLUSTER =
            "arn:aws:kafka:eu-central-1:111122223333:cluster/company/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0-2";

    private static final ExistingVpc EXISTING_VPC = existingVpc("vpc-0a1b2c3d4e5f60718")
            .cidr("10.0.0.0/16")
            .publicSubnet("subnet-0a1b2c3d4e5f60711", "10.0.0.0/24")
            .publicSubnet("subnet-0a1b2c3d4e5f60712", "10.0.1.0/24")
            .publicSubnet("subnet-0a1b2c3d4e5f60713", "10.0.2.0/24")
            .privateSubnet("subnet-0a1b2c3d4e5f60721", "10.0.32.0/19")
            .privateSubnet("subnet-0a1b2c3d4e5f60722", "10.0.64.0/19")
            .privateSubnet("subnet-0a1b2c3d4e5f60723", "10.0.128.0/19")
            .isolatedSubnet("subnet-0a1b2c3d4e5f60731", "10.0.16.0/24")
            .isolatedSubnet("subnet-0a1b2c3d4e5f60732", "10.0.17.0/24")
            .isolatedSubnet("subnet-0a1b2c3d4e5f60733", "10.0.18.0/24");

    private Providers() {}

    /** What the platform of each becomes, rendered once for all tests. */
    public static Map<String, Synthesis> rendered() {
        return Once.RENDERED;
    }

    private static final class Once {
        static final Map<String, Synthesis> RENDERED = render();

        private static Map<String, Synthesis> render() {
            Map<String, Synthesis> all = new LinkedHashMap<>();
            all().forEach((name, kit) -> all.put(name, Slipway.render(Slipway.plan(kit.platform()))));
            return all;
        }
    }

    /** By factory, in the order of the rooms. */
    public static Map<String, ProviderKit> all() {
        Map<String, ProviderKit> kits = new LinkedHashMap<>();
        kits.put("vpc()", beside(vpc()));
        kits.put("podNetwork()", podNetworkKit());
        kits.put("eksAutoMode()", ProviderKit.of(eksAutoMode()).needs());
        kits.put("ecr()", beside(ecr()));
        kits.put("provisionedMsk()", streaming(ProvisionedMsk.provisionedMsk()));
        kits.put("valkey()", ProviderKit.of(valkey()).beside(eksAutoMode()).needs(cache()));
        kits.put(
                "rdsPostgres()",
                ProviderKit.of(rdsPostgres()).beside(eksAutoMode()).needs(postgres()));
        kits.put(
                "secretsManager()",
                ProviderKit.of(secretsManager())
                        .beside(eksAutoMode())
                        .needs(secret("smtp", "username", "password"), generatedSecret("signing", "key")));
        kits.put(
                "albRoutes()", ProviderKit.of(albRoutes()).beside(eksAutoMode()).needs(route("/api/orders")));
        alternatives(kits);
        return kits;
    }

    private static void alternatives(Map<String, ProviderKit> kits) {
        kits.put("existingVpc(..)", beside(EXISTING_VPC));
        kits.put("eksNodeGroups()", ProviderKit.of(eksNodeGroups()).needs());
        kits.put(
                "existingEks(..)",
                ProviderKit.of(existingEks("company").kubernetes("1.36").securityGroup("sg-0a1b2c3d4e5f60718"))
                        .needs());
        kits.put(
                "auroraPostgres()",
                ProviderKit.of(auroraPostgres()).beside(eksAutoMode()).needs(postgres()));
        kits.put("rdsMysql()", ProviderKit.of(rdsMysql()).beside(eksAutoMode()).needs(mysql()));
        kits.put(
                "rdsOracle()", ProviderKit.of(rdsOracle()).beside(eksAutoMode()).needs(oracle()));
        kits.put(
                "existingPostgres(..)",
                ProviderKit.of(existingPostgres(
                                "main.abc123.eu-central-1.rds.amazonaws.com",
                                "sg-0123456789abcdef0",
                                "shared/postgres/master"))
                        .beside(eksAutoMode())
                        .needs(postgres()));
        kits.put(
                "existingMysql(..)",
                ProviderKit.of(existingMysql(
                                "main.abc123.eu-central-1.rds.amazonaws.com",
                                "sg-0123456789abcdef0",
                                "shared/mysql/master"))
                        .beside(eksAutoMode())
                        .needs(mysql()));
        kits.put("serverlessMsk()", streaming(serverlessMsk()));
        kits.put("expressMsk()", streaming(expressMsk()));
        kits.put(
                "existingMsk(..)",
                streaming(existingMsk(EXISTING_CLUSTER, "b-1.company.abc123.c2.kafka.example.com:9098")));
        kits.put("redis()", ProviderKit.of(redis()).beside(eksAutoMode()).needs(cache()));
        kits.put(
                "valkey().clusterMode(3)",
                ProviderKit.of(valkey().clusterMode(3)).beside(eksAutoMode()).needs(cache()));
        kits.put(
                "serverlessCache()",
                ProviderKit.of(serverlessCache()).beside(eksAutoMode()).needs(cache()));
        kits.put("localCluster()", ProviderKit.of(localCluster()).needs());
        kits.put(
                "loadedImages()",
                ProviderKit.of(loadedImages()).beside(localCluster()).needs());
        inCluster(kits);
        kits.put(
                "serviceAccountTokens()",
                ProviderKit.of(serviceAccountTokens()).beside(eksAutoMode()).needs(kubernetesApi("pods", "list")));
        kits.put(
                "persistentVolumes()",
                ProviderKit.of(persistentVolumes()).beside(eksAutoMode()).needs(volume("/data", 20)));
        kits.put("s3()", ProviderKit.of(s3()).beside(eksAutoMode()).needs(bucket("invoices")));
    }

    private static void inCluster(Map<String, ProviderKit> kits) {
        kits.put("inClusterKafka()", streaming(inClusterKafka(), localCluster()));
        kits.put("inClusterKafka().brokers(3)", streaming(inClusterKafka().brokers(3), eksAutoMode()));
        kits.put("inClusterPostgres()", local(inClusterPostgres(), postgres()));
        kits.put("inClusterValkey()", local(inClusterValkey(), cache()));
        kits.put(
                "clusterSecrets()",
                local(clusterSecrets(), secret("smtp", "password"), generatedSecret("signing", "key")));
        kits.put("ingressRoutes()", local(ingressRoutes(), route("/api/orders")));
        kits.put(
                "gatewayRoutes(..)",
                local(gatewayRoutes("envoy", "envoy-gateway-system").issuedBy("letsencrypt"), route("/api/orders")));
        kits.put("traefikRoutes()", local(traefikRoutes().tls("shop-tls"), route("/api/orders")));
    }

    private static ProviderKit local(Choice provider, Need... needs) {
        return ProviderKit.of(provider).beside(localCluster()).needs(needs);
    }

    private static ProviderKit beside(Choice provider) {
        return ProviderKit.of(provider).beside(eksAutoMode()).needs();
    }

    private static ProviderKit podNetworkKit() {
        Service called = Service.go("called");
        return ProviderKit.of(podNetwork())
                .beside(eksAutoMode())
                .services(called)
                .needs(calls(called), reaches("api.example.com"));
    }

    private static ProviderKit streaming(Choice provider) {
        return streaming(provider, eksAutoMode());
    }

    private static ProviderKit streaming(Choice provider, Choice cluster) {
        return ProviderKit.of(provider)
                .beside(cluster)
                .services(
                        Service.java("order").needs(publishes(PLACED), publishes(PRICES)),
                        Service.java("payment").needs(consumes(PLACED), materializes(PRICES)));
    }
}
