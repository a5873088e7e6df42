package dev.slipway.capability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.Valkey.valkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.network.PodNetwork.podNetwork;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.registry.Ecr.ecr;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.Bucket.reads;
import static dev.slipway.capability.storage.S3.s3;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;

import dev.slipway.capability.storage.Bucket;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import dev.slipway.testing.ProviderKit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every provider that Slipway brings, with a platform that uses all that it does. */
public final class Providers {
    private static final Topic PLACED = Topic.named("order.placed");
    private static final Topic PRICES = Topic.named("prices").compact();

    private Providers() {}

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
        kits.put("s3()", storageKit());
        kits.put(
                "albRoutes()", ProviderKit.of(albRoutes()).beside(eksAutoMode()).needs(route("/api/orders")));
        return kits;
    }

    private static ProviderKit beside(Choice provider) {
        return ProviderKit.of(provider).beside(eksAutoMode()).needs();
    }

    private static ProviderKit storageKit() {
        Bucket invoices = bucket("invoices").archiveAfter(90).expireAfter(3650);
        return ProviderKit.of(s3())
                .beside(eksAutoMode())
                .services(Service.python("report").needs(reads(invoices)))
                .needs(invoices);
    }

    private static ProviderKit podNetworkKit() {
        Service called = Service.go("called");
        return ProviderKit.of(podNetwork())
                .beside(eksAutoMode())
                .services(called)
                .needs(calls(called), reaches("api.example.com"));
    }

    private static ProviderKit streaming(Choice provider) {
        return ProviderKit.of(provider)
                .beside(eksAutoMode())
                .services(
                        Service.java("order").needs(publishes(PLACED), publishes(PRICES)),
                        Service.java("payment").needs(consumes(PLACED), materializes(PRICES)));
    }
}
