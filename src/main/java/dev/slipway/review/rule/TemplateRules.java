package dev.slipway.review.rule;

import dev.slipway.review.retention.Foundations;
import dev.slipway.review.template.TemplateLimits;
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
            Rule.named("template/kept-on-deleted")
                    .warning()
                    .because("AWS deletes nothing that something kept still uses, so the stack cannot be deleted;"
                            + " of a role or a key that goes, what is kept has no use any more")
                    .fix("keep both, by the same DeletionPolicy, or neither.")
                    .over(Foundations::findings));

    private TemplateRules() {}

    private static Rule rule(String name, String reason, String fix) {
        return Rule.named("template/" + name)
                .because(reason)
                .fix(fix)
                .over(synthesis -> TemplateLimits.findings(synthesis, name));
    }
}
