package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.assumed;
import static dev.slipway.review.cost.meter.Quantity.fixed;
import static dev.slipway.review.cost.meter.Quantity.hours;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** Clusters, their nodes, and machines without one. */
final class ComputeMeters {
    private static final String DISKS = "LaunchTemplateData.BlockDeviceMappings";

    private ComputeMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::EKS::Cluster", (resource, usage) -> Stream.of(hours("eks/cluster", 1)));
        meters.put("AWS::EKS::Nodegroup", ComputeMeters::nodeGroup);
        meters.put("AWS::EC2::Instance", ComputeMeters::instance);
        meters.put(
                "AWS::EC2::Volume",
                (resource, usage) -> Stream.of(disk(
                        resource.property("VolumeType").text(),
                        size(resource.property("Size").text()))));
        meters.put(
                "AWS::Lambda::Function",
                (resource, usage) -> Stream.of(assumed(
                        "lambda/duration",
                        usage.of(Assumption.FUNCTION_GB_SECONDS),
                        "GB-second",
                        Assumption.FUNCTION_GB_SECONDS)));
    }

    private static Stream<Quantity> instance(Resource resource, Usage usage) {
        Stream<Quantity> disks = resource.property("BlockDeviceMappings").items().stream()
                .map(mapping -> mapping.get("Ebs"))
                .map(disk -> disk(
                        disk.get("VolumeType").text(),
                        size(disk.get("VolumeSize").text())));
        return Stream.concat(
                Stream.of(hours("ec2/" + resource.property("InstanceType").text(), 1)), disks);
    }

    /** As many nodes as it starts with, of the type that it asks for first. */
    private static Stream<Quantity> nodeGroup(Resource resource, Usage usage) {
        long nodes = resource.property("ScalingConfig.DesiredSize").number().orElse(1L);
        String type = resource.property("InstanceTypes.0").text();
        Stream<Quantity> disks = resource.template().resources("AWS::EC2::LaunchTemplate").stream()
                .limit(1)
                .flatMap(template -> template.property(DISKS).items().stream())
                .map(mapping -> mapping.get("Ebs"))
                .map(disk -> disk(
                        disk.get("VolumeType").text(),
                        size(disk.get("VolumeSize").text()).multiply(BigDecimal.valueOf(nodes))));
        return Stream.concat(Stream.of(hours("ec2/" + type, nodes)), disks);
    }

    private static BigDecimal size(String text) {
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    static Quantity disk(String type, BigDecimal size) {
        return fixed("ebs/" + (type.isEmpty() ? "gp2" : type), size, "GB-month");
    }
}
