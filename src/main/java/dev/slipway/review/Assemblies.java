package dev.slipway.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The templates that cloud assemblies name: those of the app itself, of its stages, of stages within these, and of stacks
 * that are nested in others.
 */
final class Assemblies {
    private static final Pattern MANIFEST =
            Pattern.compile("(?<folder>" + Synthesis.CDK_OUT + "/(assembly-[^/]+/)*)manifest\\.json");
    private static final String STACK = "aws:cloudformation:stack";
    private static final String ASSEMBLY = "cdk:cloud-assembly";
    private static final String NESTED = "AWS::CloudFormation::Stack";

    private final Map<String, String> files;
    private final Map<String, Tree> manifests = new LinkedHashMap<>();
    private final Map<String, String> stages = new LinkedHashMap<>();

    private Assemblies(Map<String, String> files) {
        this.files = files;
        files.forEach((path, text) -> {
            Matcher matcher = MANIFEST.matcher(path);
            if (matcher.matches()) {
                manifests.put(matcher.group("folder"), Parsing.json(path, text));
            }
        });
        manifests.forEach((folder, manifest) -> artifacts(manifest, ASSEMBLY)
                .forEach(artifact -> stages.put(
                        folder + artifact.at("properties.directoryName").text() + "/",
                        artifact.at("properties.displayName").text())));
    }

    /** In the order in which the manifests name them. */
    static List<Template> templates(Map<String, String> files) {
        Assemblies assemblies = new Assemblies(files);
        List<Template> templates = new ArrayList<>();
        assemblies.manifests.forEach(
                (folder, manifest) -> artifactsById(manifest).forEach((id, artifact) -> {
                    if (artifact.get("type").text().equals(STACK)) {
                        assemblies.add(folder, id, artifact, templates);
                    }
                }));
        return List.copyOf(templates);
    }

    private static Map<String, Tree> artifactsById(Tree manifest) {
        return manifest.get("artifacts").fields();
    }

    private static Stream<Tree> artifacts(Tree manifest, String type) {
        return artifactsById(manifest).values().stream()
                .filter(artifact -> artifact.get("type").text().equals(type));
    }

    private void add(String folder, String id, Tree artifact, List<Template> templates) {
        String shown = artifact.get("displayName").text();
        String path = shown.isEmpty() ? id : shown;
        String stage = stage(folder, path);
        String concern = stage.isEmpty() || !path.startsWith(stage + "/") ? path : path.substring(stage.length() + 1);
        String file = folder + artifact.at("properties.templateFile").text();
        String name = artifact.at("properties.stackName").text();
        add(folder, new Template(stage, concern, name.isEmpty() ? id : name, read(file), file), templates);
    }

    /** Without a name of its own, the first part of the path; a stack of the app itself has none. */
    private String stage(String folder, String path) {
        String stage = stages.getOrDefault(folder, "");
        return stage.isEmpty() && path.contains("/") ? path.substring(0, path.indexOf('/')) : stage;
    }

    private void add(String folder, Template template, List<Template> templates) {
        templates.add(template);
        for (Resource resource : template.resources(NESTED)) {
            String file = folder
                    + resource.tree().get("Metadata").get("aws:asset:path").text();
            if (files.containsKey(file)) {
                String concern = template.concern() + "/" + nestedName(resource);
                add(folder, new Template(template.stage(), concern, "", read(file), file), templates);
            }
        }
    }

    /** That of the construct: {@code Api} of {@code MyStack/Api.NestedStack/Api.NestedStackResource}. */
    private static String nestedName(Resource resource) {
        String path = resource.tree().get("Metadata").get("aws:cdk:path").text();
        String last = path.substring(path.lastIndexOf('/') + 1);
        return last.endsWith(".NestedStackResource")
                ? last.substring(0, last.length() - ".NestedStackResource".length())
                : resource.id();
    }

    private Tree read(String path) {
        return Parsing.json(path, files.getOrDefault(path, "{}"));
    }
}
