package dev.slipway.review.change;

import dev.slipway.review.Synthesis;
import java.util.Map;
import java.util.TreeMap;

/** Small snapshots, written by hand. */
public final class Snapshots {
    private Snapshots() {}

    /** One stack, {@code prod/data}, of the resources in an object of JSON. */
    public static Synthesis resources(String resources) {
        return template("{\"Resources\": {%s}}".formatted(resources));
    }

    /** One stack, {@code prod/data}, of a whole template. */
    public static Synthesis template(String template) {
        return stacks(Map.of("prod/data", template));
    }

    /** Templates by the path of their stack. */
    public static Synthesis stacks(Map<String, String> templates) {
        Map<String, String> files = new TreeMap<>();
        StringBuilder artifacts = new StringBuilder();
        new TreeMap<>(templates).forEach((path, template) -> {
            String file = path.replace('/', '-') + ".template.json";
            artifacts.append(artifacts.isEmpty() ? "" : ",").append("""
                            "%s": {"type": "aws:cloudformation:stack", "displayName": "%s", "properties": {"templateFile": "%s"}}
                            """.formatted(path.replace('/', '-'), path, file));
            files.put("cdk.out/" + file, template);
        });
        files.put("cdk.out/manifest.json", "{\"artifacts\": {%s}}".formatted(artifacts));
        return Synthesis.of(files);
    }

    /** The objects of environment {@code prod}, as documents of YAML. */
    public static Synthesis objects(String yaml) {
        return Synthesis.of(Map.of("dist/prod/shop.k8s.yaml", yaml));
    }
}
