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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One environment of what was rendered, with the stages that belong to none: small enough to be looked at again and again. */
final class Part {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final List<Rule> RULES = Rules.all().on(TODAY).list();

    private final String name;
    private final String environment;
    private final Synthesis synthesis;
    private final Set<String> known;

    private Part(String name, String environment, Synthesis synthesis) {
        this.name = name;
        this.environment = environment;
        this.synthesis = synthesis;
        this.known = all(synthesis).map(Part::text).collect(Collectors.toCollection(TreeSet::new));
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

    /** The first thing that is found in a changed synthesis and not in the part itself. */
    Optional<Finding> firstNew(Synthesis changed) {
        return all(changed).filter(finding -> !known.contains(text(finding))).findFirst();
    }

    List<Finding> allNew(Synthesis changed) {
        return all(changed).filter(finding -> !known.contains(text(finding))).toList();
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
