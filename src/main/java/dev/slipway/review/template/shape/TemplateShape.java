package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What CloudFormation, or the service behind it, refuses of a template: properties that a type has not or lacks, values of other
 * types, references to nothing, policies that are none, and what stands twice.
 *
 * <pre>{@code
 * TemplateShape.findings(Synthesis.read(Path.of("cdk.out"), Path.of("dist")), "property")
 * }</pre>
 */
public final class TemplateShape {
    private final List<Finding> all;

    private TemplateShape(Synthesis synthesis) {
        PublishedNames names = new PublishedNames(synthesis);
        Stream<Finding> templates = synthesis.templates().stream().flatMap(template -> Stream.of(
                        ofResources(template),
                        References.findings(template).stream(),
                        names.findings(template).stream())
                .flatMap(findings -> findings));
        Stream<Finding> stages =
                synthesis.stages().stream().flatMap(stage -> Duplicates.findings(synthesis.templates(stage)).stream());
        this.all = Stream.concat(templates, stages).toList();
    }

    /** What one rule finds, of all that is looked for at once: {@code findings(synthesis, "reference")}. */
    public static Stream<Finding> findings(Synthesis synthesis, String rule) {
        String id = "template/" + rule;
        return synthesis.derived(TemplateShape.class, "", () -> new TemplateShape(synthesis)).all.stream()
                .filter(finding -> finding.rule().equals(id));
    }

    private static Stream<Finding> ofResources(Template template) {
        return template.resources().stream().flatMap(TemplateShape::ofResource);
    }

    private static Stream<Finding> ofResource(Resource resource) {
        return Stream.of(Resources.findings(resource), PolicyDocuments.findings(resource), Duplicates.entries(resource))
                .flatMap(findings -> findings.stream());
    }
}
