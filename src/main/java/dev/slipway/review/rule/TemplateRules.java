package dev.slipway.review.rule;

import dev.slipway.review.retention.Foundations;
import dev.slipway.review.template.TemplateLimits;
import dev.slipway.review.template.shape.TemplateShape;
import java.util.List;

/** What CloudFormation and the services behind it would refuse, whatever stands in the cluster. */
final class TemplateRules {
    static final List<Rule> ALL = List.of(
            rule(
                    "resources",
                    "CloudFormation takes at most 500 resources in a stack",
                    "part the stack, or the platform."),
            rule(
                    "outputs",
                    "CloudFormation takes at most 200 outputs in a stack",
                    "publish values to Parameter Store."),
            rule(
                    "parameters",
                    "CloudFormation takes at most 200 parameters in a stack",
                    "read fewer values from other stacks."),
            rule("body", "CloudFormation takes at most a megabyte of template", "part the stack, or the platform."),
            rule(
                    "export",
                    "an export cannot change while another stack imports it, so neither can be deployed",
                    "publish the value to Parameter Store and read it there."),
            rule(
                    "policies",
                    "IAM takes at most 10,240 characters of inline policies in a role and 6,144 in a managed policy",
                    "grant by fewer, wider names, or part the role."),
            rule(
                    "name",
                    "a name that the service behind it does not allow fails the deployment half way",
                    "take a name that matches, shorter if need be."),
            shape(
                    "property",
                    "CloudFormation refuses a property that a type does not have, and the service one that it misses",
                    "write the property as the reference of the type has it."),
            shape(
                    "value",
                    "a value of another type, or one that is not allowed, fails the deployment half way",
                    "write a value that the property takes."),
            shape(
                    "reference",
                    "a stack that refers to what is not there is refused, and one that reads a parameter that nobody makes never starts",
                    "refer to what the template has, or publish the parameter."),
            shape(
                    "policy",
                    "IAM refuses a policy that is not written by its grammar, when half of the stack is deployed",
                    "write the policy as the grammar of IAM has it."),
            shape(
                    "duplicate",
                    "of two things with one name AWS refuses the second, or the last one wins unseen",
                    "keep one of them."),
            Rule.named("template/kept-on-deleted")
                    .warning()
                    .because("AWS deletes nothing that something kept still uses, so the stack cannot be deleted;"
                            + " of a role or a key that goes, what is kept has no use any more")
                    .fix("keep both, by the same DeletionPolicy, or neither.")
                    .over(Foundations::findings));

    private TemplateRules() {}

    private static Rule shape(String name, String reason, String fix) {
        return Rule.named("template/" + name)
                .because(reason)
                .fix(fix)
                .over(synthesis -> TemplateShape.findings(synthesis, name));
    }

    private static Rule rule(String name, String reason, String fix) {
        return Rule.named("template/" + name)
                .because(reason)
                .fix(fix)
                .over(synthesis -> TemplateLimits.findings(synthesis, name));
    }
}
