package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import java.util.Map;

/** Snapshots of one object and one stack, which need no rendering. */
public final class Small {
    private static final String MANIFEST = """
            {"artifacts": {"s": {"type": "aws:cloudformation:stack", "displayName": "prod/database",
             "properties": {"templateFile": "s.template.json"}}}}""";

    private Small() {}

    /** Files of a platform whose only service has a variable of a value, and whose database has an identifier. */
    public static Map<String, String> files(String value, String identifier) {
        return Map.of(
                "dist/prod/order.k8s.yaml",
                        """
                        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "order", "namespace": "shop"},
                         "data": {"GREETING": %s}}""".formatted(quoted(value)),
                "cdk.out/manifest.json", MANIFEST,
                "cdk.out/s.template.json",
                        """
                        {"Resources": {"Instance": {"Type": "AWS::RDS::DBInstance", "Properties":
                         {"DBInstanceIdentifier": %s, "Engine": "postgres", "DBInstanceClass": "db.t4g.small",
                          "AllocatedStorage": "20", "StorageType": "gp3"}}}}""".formatted(quoted(identifier)));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> quoted.append("\\u%s".formatted(java.util.HexFormat.of().toHexDigits((char) c))));
        return quoted.append('"').toString();
    }

    public static Difference difference(String value, String identifier) {
        return Difference.between(
                Side.of("before", Synthesis.of(files("hello", "orders"))),
                Side.of("after", Synthesis.of(files(value, identifier))));
    }
}
