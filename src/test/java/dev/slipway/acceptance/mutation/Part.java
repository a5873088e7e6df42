package dev.slipway.acceptance.mutation;

import dev.slipway.acceptance.KindSchemas;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.Rules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One environment of what was rendered, with the stages that belong to none: small enough to be looked at again and again. */
final class Part {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Rule> RULES = Rules.all().on(TODAY).list();

    /** What looks at templates alone is no different after a change of an object, nor the other way round. */
    private static final List<Rule> OF_OBJECTS = RULES.stream()
            .filter(rule -> !rule.id()
                    .matches(
                            "template/.*|(cache|database|keys|state|storage)/.*|network/(cut-off|flow-logs|one-zone|open-.*)"
                                    + "|identity/(powerless|shared-role|wide-trust|wildcard)|secrets/literal"))
            .toList();

    private static final List<Rule> OF_TEMPLATES = RULES.stream()
            .filter(rule -> !rule.id()
                    .matches(
                            "workload/.*|kubernetes/(cidr|duplicate|exclusive|name|pod-security|port|probe|quantity|reference|scope"
                                    + "|selector|size)"))
            .toList();

    /** Those that look at one template at a time. */
    private static final List<Rule> SHAPE = RULES.stream()
            .filter(rule -> rule.id().matches("template/(property|value|reference|policy|duplicate)"))
            .toList();

    private final String name;
    private final String environment;
    private final Synthesis synthesis;
    private final Map<String, Set<String>> alone = new ConcurrentHashMap<>();
    private @Nullable Set<String> known;

    private Part(String name, String environment, Synthesis synthesis) {
        this.name = name;
        this.environment = environment;
        this.synthesis = synthesis;
    }

    static Part of(String name, Synthesis whole, String environment) {
        List<Template> templates = whole.templates().stream()
                .filter(template -> template.stage().equals(environment)
                        || !whole.environments().contains(template.stage()))
                .toList();
        return new Part(name, environment, whole.with(templates, whole.manifests(environment)));
    }

    Synthesis synthesis() {
        return synthesis;
    }

    String environment() {
        return environment;
    }

    /** Resources and objects, as far as looking through them takes time. */
    int size() {
        return synthesis.manifests(environment).size()
                + synthesis.templates().stream()
                        .mapToInt(template -> template.resources().size())
                        .sum();
    }

    /** With another resource in the place of one, with none, or with more, the others under ids of their own. */
    Synthesis with(Resource resource, List<Tree> others) {
        Template template = resource.template();
        Tree tree = Plain.without(template.tree(), List.of("Resources", resource.id()));
        for (int i = 0; i < others.size(); i++) {
            tree = Plain.set(tree, List.of("Resources", resource.id() + (i == 0 ? "" : "Again")), others.get(i));
        }
        Template changed = template.with(tree);
        return synthesis.with(
                synthesis.templates().stream()
                        .map(one -> one.path().equals(template.path()) ? changed : one)
                        .toList(),
                synthesis.manifests(environment));
    }

    Synthesis with(Manifest object, List<Tree> others) {
        List<Manifest> manifests = new ArrayList<>(synthesis.manifests(environment));
        int at = manifests.indexOf(object);
        manifests.remove(at);
        manifests.addAll(
                at,
                others.stream()
                        .map(tree -> new Manifest(environment, object.file(), tree))
                        .toList());
        return synthesis.with(synthesis.templates(), manifests);
    }

    /** What is found in the part itself; few parts are asked. */
    private synchronized Set<String> known() {
        Set<String> found = known;
        if (found == null) {
            found = all(synthesis).map(Part::text).collect(Collectors.toCollection(TreeSet::new));
            known = found;
        }
        return found;
    }

    /** Whether a changed template is found out: by itself, which is quick, or with everything around it. */
    boolean finds(Synthesis changed, String template) {
        Set<String> before = alone.computeIfAbsent(
                template, path -> shape(synthesis, path).collect(Collectors.toCollection(TreeSet::new)));
        return shape(changed, template).anyMatch(finding -> !before.contains(finding)) || isNew(OF_TEMPLATES, changed);
    }

    /** Whether a changed object is found out, by what is around it. */
    boolean finds(Synthesis changed) {
        return isNew(OF_OBJECTS, changed);
    }

    private boolean isNew(List<Rule> rules, Synthesis changed) {
        return rules.stream().flatMap(rule -> Rule.findings(rule, changed)).anyMatch(finding -> !known().contains(
                        text(finding)));
    }

    /** A template that stands alone lacks what others publish, so that it is compared with itself. */
    private static Stream<String> shape(Synthesis synthesis, String template) {
        Synthesis alone = synthesis.with(List.of(synthesis.template(template)), List.of());
        return SHAPE.stream().flatMap(rule -> Rule.findings(rule, alone)).map(Part::text);
    }

    /** What is found in a changed synthesis and not in the part itself. */
    List<Finding> allNew(Synthesis changed) {
        return all(changed).filter(finding -> !known().contains(text(finding))).toList();
    }

    /** What the schema of its kind, which {@code slipway check} does not carry, says of a changed object. */
    static Optional<String> schema(String environment, Tree object) {
        return KindSchemas.findings(new Manifest(environment, "changed", object)).stream()
                .findFirst();
    }

    private static Stream<Finding> all(Synthesis synthesis) {
        return RULES.stream().flatMap(rule -> Rule.findings(rule, synthesis));
    }

    private static String text(Finding finding) {
        return finding.toString();
    }

    @Override
    public String toString() {
        return name + " " + environment;
    }
}
