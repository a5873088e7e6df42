package com.acme.parts;

import static dev.slipway.render.custom.Customization.customize;

import dev.slipway.platform.Platform;
import dev.slipway.render.custom.Patch;
import java.util.Map;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.ObjectMeta;
import software.amazon.awscdk.Tags;

/** What Acme changes in its stacks and charts before they are written. */
final class CustomizedPlatform {
    private CustomizedPlatform() {}

    // snippet: customized
    static Platform platform() {
        return CompanyPlatform.platform()
                .with(customize()
                        .stack("dev/streaming", stack -> Tags.of(stack).add("cost-center", "42"))
                        .chart("dev/order", chart -> KubeConfigMap.Builder.create(chart, "Banner")
                                .metadata(ObjectMeta.builder().name("banner").build())
                                .data(Map.of("text", "maintenance on Sunday"))
                                .build())
                        .resource(
                                "dev/streaming",
                                "Cluster",
                                Patch.replace("/Properties/EnhancedMonitoring", "PER_TOPIC_PER_BROKER"))
                        .object("dev/order", "Deployment", "order", Patch.add("/spec/minReadySeconds", 10)));
    }
    // end
}
