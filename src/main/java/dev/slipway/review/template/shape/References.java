package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What refers to what within a template: Ref, Fn::GetAtt, Fn::Sub, DependsOn and conditions. */
final class References {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[^!}][^}]*)}");

    private final Template template;
    private final Set<String> referable = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private References(Template template) {
        this.template = template;
        referable.addAll(template.tree().get("Parameters").fields().keySet());
        referable.addAll(template.tree().get("Resources").fields().keySet());
    }

    static Collection<Finding> findings(Template template) {
        References references = new References(template);
        template.resources().forEach(references::ofResource);
        template.tree()
                .get("Outputs")
                .fields()
                .forEach((name, output) -> references.ofOutput("Outputs." + name, output));
        return references.findings;
    }

    private void ofResource(Resource resource) {
        Place place =
                (path, what) -> findings.add(Finding.about(resource, path, what).by("template/reference"));
        resource.tree().get("DependsOn").texts().forEach(id -> {
            if (template.resource(id).isEmpty() || id.equals(resource.id())) {
                place.say("DependsOn", "(%s) must be another resource of the template.".formatted(id));
            }
        });
        condition(place, "Condition", resource.tree().get("Condition"));
        walk(place, "Properties", resource.tree().get("Properties"));
    }

    private void ofOutput(String path, Tree output) {
        Place place = (field, what) ->
                findings.add(new Finding("template/reference", "template " + template.path(), field, what));
        walk(place, path, output);
    }

    /** Where something is said to be missing. */
    private interface Place {
        void say(String path, String what);
    }

    private void walk(Place place, String path, Tree value) {
        value.fields().forEach((key, below) -> {
            switch (key) {
                case "Ref" -> reference(place, path, below);
                case "Fn::GetAtt" -> attribute(place, path, below);
                case "Fn::Sub" -> substituted(place, path, below);
                case "Fn::If" -> condition(place, path, below.at("0"));
                default -> {
                    // any other field may hold functions, and nothing of its own
                }
            }
            walk(place, path + "." + key, below);
        });
        List<Tree> items = value.items();
        for (int i = 0; i < items.size(); i++) {
            walk(place, path + "." + i, items.get(i));
        }
    }

    /** A policy of Kafka or IAM may have a field of this name that is no function. */
    private void reference(Place place, String path, Tree name) {
        if (!name.text().startsWith("AWS::") && !referable.contains(name.text())) {
            place.say(path + ".Ref", "(%s) must be a resource or a parameter of the template.".formatted(shown(name)));
        }
    }

    private void attribute(Place place, String path, Tree value) {
        String text = value.isList() ? String.join(".", value.texts()) : value.text();
        String id = text.replaceFirst("\\..*", "");
        String name = text.contains(".") ? text.substring(id.length() + 1) : "";
        Optional<Resource> resource = template.resource(id);
        if (resource.isEmpty()) {
            place.say(path + ".Fn::GetAtt", "(%s) must be a resource of the template.".formatted(id));
            return;
        }
        Optional<ResourceType> type =
                Specification.load().type(resource.get().type()).filter(known -> !known.isOpen());
        // a nested stack has the outputs of its own template, and a function may choose the name
        boolean isKnown = type.isEmpty()
                || name.startsWith("Outputs.")
                || (value.isList() && value.at("1").isObject())
                || type.get().attributes().contains(name);
        if (!isKnown) {
            place.say(
                    path + ".Fn::GetAtt",
                    "(%s) must be an attribute of %s, which has %s."
                            .formatted(
                                    name,
                                    resource.get().type(),
                                    Likely.of(name, type.get().attributes())));
        }
    }

    private void substituted(Place place, String path, Tree sub) {
        Map<String, Tree> own = sub.at("1").fields();
        String text = sub.isList() ? sub.at("0").text() : sub.text();
        PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).forEach(name -> {
            if (name.contains(".")) {
                attribute(place, path, Tree.of(name));
            } else if (!own.containsKey(name)) {
                reference(place, path, Tree.of(name));
            }
        });
    }

    private void condition(Place place, String path, Tree name) {
        if (name.exists() && !template.tree().get("Conditions").get(name.text()).exists()) {
            place.say(path, "(%s) must be a condition of the template.".formatted(shown(name)));
        }
    }

    private static String shown(Tree value) {
        return value.isObject() || value.isList() ? value.toString() : value.text();
    }
}
