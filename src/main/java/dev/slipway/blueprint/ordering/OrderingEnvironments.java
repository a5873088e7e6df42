package dev.slipway.blueprint.ordering;

import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cache.incluster.InClusterValkey.inClusterValkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.observability.Traces.tracesTo;
import static dev.slipway.capability.streaming.incluster.InClusterKafka.inClusterKafka;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.LARGE;
import static dev.slipway.platform.Sizing.MEDIUM;
import static dev.slipway.platform.Sizing.SMALL;

import dev.slipway.capability.observability.Traces;
import dev.slipway.platform.Environment;

/** Where the ordering services run: for trying out, for rehearsing, for customers, and on one's own machine. */
final class OrderingEnvironments {
    private static final String DOMAIN = "shop.example.com";

    /** Beside the Prometheus that scrapes: in the namespace in which those who run the cluster keep what watches it. */
    private static final Traces TRACES = tracesTo("http://opentelemetry-collector.monitoring.svc.cluster.local:4318");

    static final Environment DEV = Environment.named("dev")
            .branch("develop")
            .host("dev." + DOMAIN)
            .with(vpc().cidr("10.10.0.0/16"), eksAutoMode(), SMALL)
            .with(provisionedMsk().brokers(2), rdsPostgres(), valkey(), TRACES);

    static final Environment STAGING = Environment.named("staging")
            .branch("staging")
            .host("staging." + DOMAIN)
            .with(vpc().cidr("10.20.0.0/16"), eksAutoMode(), MEDIUM, autoscale(2, 5))
            .with(provisionedMsk(), rdsPostgres(), valkey().replicas(1), TRACES);

    static final Environment PROD = Environment.named("prod")
            .production()
            .branch("main")
            .host(DOMAIN)
            .with(vpc().cidr("10.30.0.0/16"), eksAutoMode(), LARGE, autoscale(3, 10))
            .with(provisionedMsk().storage(500))
            .with(rdsPostgres().instanceClass("db.m7g.large").storage(100))
            .with(valkey(), TRACES);

    /** Without AWS: on minikube or kind, with everything that services need beside them in the cluster. */
    static final Environment LOCAL = Environment.named("local")
            .host("ordering.localhost")
            .with(localCluster(), SMALL)
            .with(inClusterKafka(), inClusterPostgres(), inClusterValkey());

    private OrderingEnvironments() {}
}
