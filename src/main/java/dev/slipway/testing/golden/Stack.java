package dev.slipway.testing.golden;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A stack as its resources, called by their paths in the user's program, and by these where one refers to another. */
final class Stack {
    private static final String OUTPUT = "stack";
    private static final String PATH = "aws:cdk:path";

    /** What every template of the CDK has, and nobody declares. */
    private static final Set<String> OF_THE_CDK = new TreeSet<>(
            List.of("AWS::CDK::Metadata", "BootstrapVersion", "CheckBootstrapVersion", "CDKMetadataAvailable"));

    private static final List<String> FUNCTIONS = List.of("Ref", "Fn::GetAtt", "Fn::Sub");

    private final Template template;
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Pattern reference;

    private Stack(Template template) {
        this.template = template;
        this.reference = Pattern.compile("\\$\\{" + Pattern.quote(template.path()) + "/([A-Za-z0-9]+)");
        Set<String> taken = new TreeSet<>();
        for (Resource resource : template.resources()) {
            String name = name(resource);
            names.put(resource.id(), taken.add(name) ? name : resource.id());
        }
    }

    /** Items by type. */
    static Map<String, List<Item>> of(Template template) {
        Stack stack = new Stack(template);
        Map<String, List<Item>> items = new TreeMap<>();
        items.put(OUTPUT, List.of(stack.item(template.concern(), stack.around(), Naming.none())));
        template.resources().stream()
                .filter(resource -> !OF_THE_CDK.contains(resource.type()))
                .forEach(resource -> items.computeIfAbsent(resource.type(), absent -> new ArrayList<>())
                        .add(stack.item(resource)));
        return items;
    }

    private String name(Resource resource) {
        String path = resource.tree().at("Metadata.[" + PATH + "]").text();
        String own = template.path() + "/";
        return path.startsWith(own)
                ? path.substring(own.length()).replaceFirst("/(Resource|Default)$", "")
                : Noise.removedFromId(resource.id());
    }

    private Item item(Resource resource) {
        Map<String, Object> fields = new TreeMap<>(resource.tree().fields());
        fields.remove("Type");
        List<String> after = resource.tree().get("DependsOn").texts().stream()
                .map(id -> names.getOrDefault(id, id))
                .sorted()
                .toList();
        if (!after.isEmpty()) {
            fields.put("DependsOn", after);
        }
        Map<String, Object> metadata =
                new TreeMap<>(resource.tree().get("Metadata").fields());
        metadata.keySet().removeIf(key -> key.startsWith("aws:") || key.equals("cdk_nag"));
        fields.remove("Metadata");
        if (!metadata.isEmpty()) {
            fields.put("Metadata", metadata);
        }
        String name = names.getOrDefault(resource.id(), resource.id());
        Naming naming = Naming.none().of("<name>", name).of("<subject>", name.replaceFirst(".*[ /]", ""));
        return item(name, Tree.of(fields), naming);
    }

    private Item item(String name, Tree tree, Naming naming) {
        String stage = template.stage();
        naming.in(stage);
        String known = Naming.none().in(stage).apply(Noise.removed(name));
        String family = known.replaceFirst("(?<= )[^ ]+$", "<subject>");
        return new Item(stage, known, family, Leaves.of(resolved(tree), text -> Noise.removed(naming.apply(text))));
    }

    /** What is said of the stack itself. */
    private Tree around() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("StackName", template.stackName());
        template.tree().fields().forEach((section, tree) -> {
            Map<String, Object> some = new TreeMap<>(tree.fields());
            some.keySet().removeIf(OF_THE_CDK::contains);
            if (tree.fields().isEmpty()) {
                fields.put(section, tree);
            } else if (!section.equals("Resources") && !some.isEmpty()) {
                fields.put(section, some);
            }
        });
        return Tree.of(fields);
    }

    private Tree resolved(Tree tree) {
        if (isFunction(tree)) {
            return Tree.of(text(tree));
        }
        if (!tree.fields().isEmpty()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            tree.fields().forEach((field, below) -> fields.put(field, resolved(below)));
            return Tree.of(fields);
        }
        return tree.items().isEmpty()
                ? tree
                : Tree.of(tree.items().stream().map(this::resolved).toList());
    }

    private static boolean isFunction(Tree tree) {
        Set<String> fields = tree.fields().keySet();
        return fields.size() == 1 && fields.stream().allMatch(field -> field.equals("Ref") || field.startsWith("Fn::"));
    }

    private String text(Tree tree) {
        if (!isFunction(tree)) {
            return tree.fields().isEmpty() && tree.items().isEmpty() ? tree.text() : Yaml.flow(resolved(tree));
        }
        String function = tree.fields().keySet().iterator().next();
        Tree argument = tree.get(function);
        if (FUNCTIONS.contains(function)) {
            return reference
                    .matcher(Intrinsics.text(template, tree))
                    .replaceAll(match -> Matcher.quoteReplacement(
                            "${" + names.getOrDefault(match.group(1), Noise.removedFromId(match.group(1)))));
        }
        if (function.equals("Fn::Join")) {
            return argument.at("1").items().stream()
                    .map(this::text)
                    .collect(Collectors.joining(argument.at("0").text()));
        }
        return "${%s(%s)}"
                .formatted(
                        function.substring("Fn::".length()),
                        argument.items().isEmpty()
                                ? text(argument)
                                : argument.items().stream().map(this::text).collect(Collectors.joining(", ")));
    }
}
