package dev.slipway.capability.edge;

import dev.slipway.render.aws.EnvironmentStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;

/** What the stack {@code edge} has from a firewall: the web ACL and its log. Reads and publishes nothing. */
record FirewallStack(EnvironmentStack stack) {
    /** https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html. */
    private static final List<String> MANAGED = List.of(
            "AWSManagedRulesAmazonIpReputationList",
            "AWSManagedRulesCommonRuleSet",
            "AWSManagedRulesKnownBadInputsRuleSet");

    private static final String RATE = "RequestsOfOneAddress";

    /** WAF writes only to groups whose names start so. */
    private static final String LOGS = "aws-waf-logs-";

    /** Headers that hold credentials. */
    private static final List<String> REDACTED = List.of("authorization", "cookie");

    void add(WebFirewall firewall) {
        List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
        rules.add(rate(firewall, rules.size()));
        MANAGED.forEach(group -> rules.add(managed(firewall, group, rules.size())));
        CfnWebACL acl = CfnWebACL.Builder.create(stack, "WebAcl")
                .name(WebFirewall.nameOf(stack.stage().names()))
                .description(
                        "Before the load balancer of " + stack.stage().names().environmentWide())
                .scope("REGIONAL")
                .defaultAction(CfnWebACL.DefaultActionProperty.builder()
                        .allow(CfnWebACL.AllowActionProperty.builder().build())
                        .build())
                .visibilityConfig(visible("WebAcl"))
                .rules(rules)
                .build();
        CfnLoggingConfiguration.Builder.create(stack, "WebAclLogging")
                .resourceArn(acl.getAttrArn())
                .logDestinationConfigs(List.of(logs()))
                .redactedFields(REDACTED.stream()
                        .map(header -> CfnLoggingConfiguration.FieldToMatchProperty.builder()
                                .singleHeader(Map.of("Name", header))
                                .build())
                        .toList())
                .build();
    }

    private static CfnWebACL.RuleProperty rate(WebFirewall firewall, int priority) {
        CfnWebACL.RuleActionProperty.Builder action = CfnWebACL.RuleActionProperty.builder();
        if (firewall.isCounting()) {
            action.count(CfnWebACL.CountActionProperty.builder().build());
        } else {
            action.block(CfnWebACL.BlockActionProperty.builder().build());
        }
        return CfnWebACL.RuleProperty.builder()
                .name(RATE)
                .priority(priority)
                .action(action.build())
                .statement(CfnWebACL.StatementProperty.builder()
                        .rateBasedStatement(CfnWebACL.RateBasedStatementProperty.builder()
                                .aggregateKeyType("IP")
                                .limit(firewall.rate())
                                .build())
                        .build())
                .visibilityConfig(visible(RATE))
                .build();
    }

    private static CfnWebACL.RuleProperty managed(WebFirewall firewall, String group, int priority) {
        CfnWebACL.OverrideActionProperty action = firewall.isCounting()
                ? CfnWebACL.OverrideActionProperty.builder().count(Map.of()).build()
                : CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build();
        return CfnWebACL.RuleProperty.builder()
                .name(group)
                .priority(priority)
                .overrideAction(action)
                .statement(CfnWebACL.StatementProperty.builder()
                        .managedRuleGroupStatement(CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                                .vendorName("AWS")
                                .name(group)
                                .build())
                        .build())
                .visibilityConfig(visible(group))
                .build();
    }

    private static CfnWebACL.VisibilityConfigProperty visible(String metric) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .cloudWatchMetricsEnabled(true)
                .metricName(metric)
                .sampledRequestsEnabled(true)
                .build();
    }

    /** The ARN of the group as WAF takes it, without what CloudFormation puts after its name. */
    private String logs() {
        String name = LOGS + stack.stage().names().environmentWide();
        LogGroup group = LogGroup.Builder.create(stack, "WebAclLogs")
                .logGroupName(name)
                .retention(stack.stage().isProduction() ? RetentionDays.THREE_MONTHS : RetentionDays.TWO_WEEKS)
                .removalPolicy(stack.dataPolicy())
                .build();
        return stack.stage().place().arn("logs", "log-group:" + group.getLogGroupName());
    }
}
