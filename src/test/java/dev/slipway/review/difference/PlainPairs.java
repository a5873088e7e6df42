package dev.slipway.review.difference;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.review.difference.Pair.edit;
import static dev.slipway.review.difference.Pair.model;

import dev.slipway.platform.Service;
import java.util.stream.Stream;

/** What nobody has to fear, and what merely takes its time or costs money. */
final class PlainPairs {
    private PlainPairs() {}

    static Stream<Pair> all() {
        return Stream.of(
                edit("nothing", after -> after).finds(),
                edit(
                                "a service has one more label",
                                after -> after.object("Service order", "/metadata/labels/team", "\"checkout\""))
                        .finds("object-changed"),
                edit(
                                "the brokers have one more tag",
                                after -> after.resource(
                                        "prod/streaming", "AWS::MSK::Cluster", "/Properties/Tags/team", "\"checkout\""))
                        .finds("resource-changed"),
                model("a service has a variable", shop -> shop.order = order -> order.variable("GREETING", "hello"))
                        .finds("pods-restarted", "object-changed")
                        .says("prod Deployment order: replaces its pods"),
                model("a release has other images", shop -> shop.release = "1.1.0")
                        .finds("pods-restarted")
                        .says("spec.template.spec.containers[order].image"),
                model(
                                "one more service consumes a topic",
                                shop -> shop.more.add(Service.java("fraud").needs(consumes(shop.placed))))
                        .finds(
                                "trust-widened",
                                "permission-widened",
                                "path-opened",
                                "resource-changed",
                                "resource-added",
                                "object-changed",
                                "object-added",
                                "event-changed",
                                "cost-raised")
                        .says(
                                "role shop.prod.fraud (new): kafka-cluster:DescribeTopic, kafka-cluster:ReadData → topic order.placed")
                        .says("order.placed: is now consumed by fraud"),
                model(
                                "the brokers are larger",
                                shop -> shop.streaming = shop.streaming.instanceType("kafka.m7g.xlarge"))
                        .finds("cost-raised", "resource-changed")
                        .says("BrokerNodeGroupInfo.InstanceType"),
                edit(
                                "a chart of an add-on is newer",
                                after -> after.text("addons/charts.yaml", "version: ", "version: 9"))
                        .finds("addon-changed"),
                edit("another file differs", after -> after.text("prod/addons/install.sh", "set -", "set -x -"))
                        .finds("file-changed"));
    }
}
