package dev.slipway.verify.aws;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.change.field.Differences;
import dev.slipway.review.change.field.FieldDifference;
import dev.slipway.review.change.field.ListKeys;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.change.field.TemplateLists;
import dev.slipway.verify.Drift;
import dev.slipway.verify.Findings;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Shown;
import dev.slipway.verify.Verification;
import dev.slipway.verify.aws.question.Answers;
import dev.slipway.verify.aws.question.Field;
import dev.slipway.verify.aws.question.Question;
import dev.slipway.verify.aws.question.Questions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** One stack: is it there, was this template deployed, and do the services have what it says. */
final class StackVerification {
    /** Lists are in an order of our own by then, and tell their items apart by nothing. */
    private static final ListKeys UNKEYED = new ListKeys() {
        @Override
        public Optional<List<String>> keys(String list, List<Tree> items) {
            return Optional.empty();
        }

        @Override
        public boolean isOrdered() {
            return false;
        }
    };

    private final Template template;
    private final LiveStack stack;
    private final Asking asking;
    private final Resolution resolution;

    StackVerification(Template template, LiveStack stack, Asking asking, Account account) {
        this.template = template;
        this.stack = stack;
        this.asking = asking;
        this.resolution = new Resolution(asking, account, template, stack);
    }

    /** What CloudFormation says of the stack itself. */
    Verification ofStack() {
        Findings findings = new Findings();
        String name = "stack " + stack.name();
        if (!stack.isSettled()) {
            findings.drift(new Drift(Plane.AWS, name, "status", "CREATE_COMPLETE or UPDATE_COMPLETE", stack.status()));
        }
        findings.compared(1);
        stack.resources().keySet().stream()
                .filter(id -> template.resource(id).isEmpty())
                .forEach(id -> findings.drift(Drift.extra(Plane.AWS, "resource %s of %s".formatted(id, name))));
        Template deployed = new Template(template.stage(), template.concern(), template.stackName(), stack.template());
        for (Resource resource : template.resources()) {
            Optional<Resource> before = deployed.resource(resource.id());
            if (before.isPresent()) {
                Differences.between(body(deployed, before.get()), body(template, resource), new TemplateLists())
                        .forEach(each -> findings.drift(inTemplate(name, resource, each)));
                findings.compared(1);
            }
        }
        return findings.done();
    }

    private static Tree body(Template template, Resource resource) {
        Map<String, Tree> fields = new TreeMap<>(resource.tree().fields());
        fields.remove("Metadata");
        return new ResolvedTemplate(template).resolved(Tree.of(fields));
    }

    private static Drift inTemplate(String stack, Resource resource, FieldDifference difference) {
        return new Drift(
                Plane.AWS,
                "template of " + stack,
                "%s.%s".formatted(resource.id(), difference.path()),
                Shown.of(difference.path(), difference.after()),
                Shown.of(difference.path(), difference.before()));
    }

    /** What the service of a resource says of it. */
    Verification of(Resource resource) {
        Findings findings = new Findings();
        String id = stack.resources().get(resource.id());
        if (id == null) {
            findings.drift(Drift.missing(Plane.AWS, shown(resource)));
            return findings.done();
        }
        Optional<Question> question = Questions.about(resource.type());
        if (question.isEmpty()) {
            findings.unasked(resource.type() + ": no service is asked about it, only CloudFormation");
            return findings.done();
        }
        try {
            compare(resource, id, question.get(), findings);
        } catch (AwsServiceException e) {
            findings.failure("%s cannot be asked about: %s".formatted(resource.type(), message(e)));
        }
        return findings.done();
    }

    /** Without the id of the request, by which equal failures would differ. */
    static String message(AwsServiceException failure) {
        return failure.awsErrorDetails() == null
                ? String.valueOf(failure.getMessage())
                : failure.awsErrorDetails().errorCode() + " "
                        + failure.awsErrorDetails().errorMessage();
    }

    private void compare(Resource resource, String id, Question question, Findings findings) {
        Tree found = asking.answer(question, id);
        if (!found.exists()) {
            findings.drift(Drift.missing(Plane.AWS, shown(resource)));
            return;
        }
        Neighbours neighbours = new Neighbours(template, stack, resolution, id);
        Tree properties = resolution.of(resource.tree().get("Properties"));
        for (Field field : question.fields()) {
            Tree expected = field.declared().apply(properties, neighbours);
            if (!expected.exists()) {
                continue;
            }
            if (!Resolution.isKnown(expected)) {
                findings.unasked(
                        "%s.%s: what it came to is known to AWS alone".formatted(resource.type(), field.name()));
                continue;
            }
            findings.compared(1);
            Tree said = field.form().apply(expected);
            Tree answered = field.form().apply(Answers.at(found, field.path()));
            if (!field.like().apply(said, answered)) {
                differences(field.name(), said, answered)
                        .forEach(each -> findings.drift(new Drift(
                                Plane.AWS,
                                shown(resource),
                                each.path(),
                                Shown.of(each.path(), each.after()),
                                Shown.of(each.path(), each.before()))));
            }
        }
    }

    /** Of a policy, the statements that differ, and not all of it. */
    private static List<FieldDifference> differences(String field, Tree expected, Tree found) {
        boolean isPlain = !expected.text().isEmpty() || !found.text().isEmpty();
        return isPlain
                ? List.of(new FieldDifference(field, found, expected))
                : Differences.between(Tree.of(Map.of(field, found)), Tree.of(Map.of(field, expected)), UNKEYED);
    }

    private static String shown(Resource resource) {
        return "%s %s in %s"
                .formatted(resource.type(), resource.name(), resource.template().path());
    }
}
