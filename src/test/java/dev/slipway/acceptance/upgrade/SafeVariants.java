package dev.slipway.acceptance.upgrade;

import static dev.slipway.acceptance.upgrade.Variant.safe;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.WebFirewall.webFirewall;
import static dev.slipway.capability.governance.LogRetention.logRetention;
import static dev.slipway.capability.governance.Tagged.tagged;
import static dev.slipway.capability.observability.Alarms.alarms;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.platform.Autoscaling.autoscale;

import dev.slipway.capability.cache.ElastiCache;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.capability.database.RdsPostgres;
import dev.slipway.capability.network.Vpc;
import dev.slipway.capability.network.VpcEndpoints;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.msk.ProvisionedMsk;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Changes that must lose nothing in production, whoever makes them. */
final class SafeVariants {
    private static final Topic ADDED =
            Topic.named("upgrade.added").partitions(6).keyedBy("id");
    private static final Service SHIPPING =
            Service.java("shipping").needs(route("/api/shipping"), secret("carrier", "key"));

    private static final Service RETURNS = Service.java("returns").needs(route("/api/returns"));

    private SafeVariants() {}

    static List<Variant> services() {
        return List.of(
                safe("Add a service", Edit.services(all -> Edit.with(all, SHIPPING))),
                safe("Add a service in front of the others", Edit.services(all -> Edit.joined(List.of(RETURNS), all))),
                safe("Declare services in another order", Edit.services(Edit::reversed)),
                safe(
                        "Declare needs in another order",
                        Edit.each(service -> Edit.withNeeds(service, Edit.reversed(service.needs())))),
                safe("Release another version", platform -> platform.release("99.0.0")),
                safe("Give a service to another team", Edit.each(service -> service.ownedBy("others", "#others"))),
                safe("Change a port", Edit.each(service -> service.port(9090))),
                safe("Set a variable of a service", Edit.each(service -> service.variable("FLAG", "on"))),
                safe("Give a service a bucket", Edit.each(service -> service.needs(bucket(service.name() + "-files")))),
                safe("Give a service a secret", Edit.each(service -> service.needs(secret("upgrade", "token")))));
    }

    static List<Variant> topics() {
        return List.of(
                safe(
                        "Add a topic",
                        Edit.services(all -> Edit.joined(
                                List.of(
                                        all.get(0).needs(publishes(ADDED)),
                                        all.get(1).needs(consumes(ADDED))),
                                all.subList(2, all.size())))),
                safe("More partitions", Topics.each(topic -> topic.partitions(topic.partitions() * 2))),
                safe("Retain a topic longer", Topics.each(topic -> topic.retainedFor(Duration.ofDays(30)))),
                safe("Move a topic to another owner", Topics.owned()),
                safe("Another consumer of a topic", Topics.readByAnother()));
    }

    static List<Variant> infrastructure() {
        return List.of(
                safe("More brokers", Edit.choice(ProvisionedMsk.class, msk -> msk.brokers(msk.brokers() * 2))),
                safe("Bigger brokers", Edit.choice(ProvisionedMsk.class, msk -> msk.instanceType("kafka.m7g.xlarge"))),
                safe("More storage of brokers", Edit.choice(ProvisionedMsk.class, msk -> msk.storage(1_000))),
                safe("A bigger database", Edit.choice(RdsPostgres.class, rds -> rds.instanceClass("db.m7g.xlarge"))),
                safe("More storage of the database", Edit.choice(RdsPostgres.class, rds -> rds.storage(400))),
                safe("A newer Kafka", Edit.choice(ProvisionedMsk.class, msk -> msk.kafka("4.1.x.kraft")))
                        .from(Edit.choice(ProvisionedMsk.class, msk -> msk.kafka("3.9.x.kraft"))),
                safe("A newer Kubernetes", Edit.choice(EksAutoMode.class, eks -> eks.kubernetes("1.36")))
                        .from(Edit.choice(EksAutoMode.class, eks -> eks.kubernetes("1.35"))),
                safe("Read replicas of the database", Edit.choice(RdsPostgres.class, rds -> rds.readReplicas(1))),
                safe("A bigger cache", Edit.choice(ElastiCache.class, cache -> cache.nodeType("cache.r7g.xlarge"))),
                safe("More replicas of the cache", Edit.choice(ElastiCache.class, cache -> cache.replicas(3))),
                safe("Other endpoints", Edit.choice(Vpc.class, vpc -> vpc.endpoints(VpcEndpoints.NONE))));
    }

    static List<Variant> environments() {
        return List.of(
                safe("Another namespace", Edit.production(environment -> environment.namespace("other"))),
                safe("Another host", Edit.production(environment -> environment.host("other.example.com"))),
                safe("Another branch", Edit.production(environment -> environment.branch("release"))),
                safe("Other sizing", Edit.choice(Sizing.class, sizing -> Sizing.MEDIUM)),
                safe("Without autoscaling", Edit.withoutChoice(Autoscaling.class)),
                safe("Other autoscaling", Edit.choice(Autoscaling.class, scaling -> autoscale(2, 20))),
                safe("Add an environment", Edit.environments(all -> Edit.with(all, SafeVariants.next(all.get(0))))),
                safe("Alarms", Edit.adding(alarms("ops@example.com"))),
                safe("A firewall", Edit.adding(webFirewall())),
                safe("Another retention of logs", Edit.adding(logRetention(90))),
                safe("Tags", Edit.adding(tagged("cost-centre", "42"))));
    }

    private static Environment next(Environment like) {
        return Copy.of(Copy.of(like, "name", "next"), "isProduction", false)
                .host("next.example.com")
                .branch("next")
                .namespace("next");
    }

    /** All of them, one after the other. */
    static List<Variant> all() {
        return Stream.of(services(), topics(), infrastructure(), environments())
                .flatMap(List::stream)
                .toList();
    }
}
