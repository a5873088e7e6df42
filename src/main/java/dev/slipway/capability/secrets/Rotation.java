package dev.slipway.capability.secrets;

import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.CfnPermission;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.secretsmanager.CfnRotationSchedule;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;

/** What makes new values for the rotated secrets of an environment: one function, which may touch no other secret. */
record Rotation(EnvironmentStack stack, int length) {
    private static final int TIMEOUT_SECONDS = 30;

    /** Secrets and after how many days each gets another value. */
    void add(Map<CfnSecret, Integer> secrets) {
        Function function = Function.Builder.create(stack, "Rotation")
                .description("New values for the generated secrets of "
                        + stack.stage().names().environmentWide())
                .runtime(Runtime.PYTHON_3_13)
                .handler(RotationScript.HANDLER)
                .code(Code.fromInline(RotationScript.TEXT))
                .timeout(Duration.seconds(TIMEOUT_SECONDS))
                .environment(Map.of("LENGTH", String.valueOf(length)))
                .logGroup(LogGroup.Builder.create(stack, "RotationLogs")
                        .retention(RetentionDays.THREE_MONTHS)
                        .removalPolicy(RemovalPolicy.DESTROY)
                        .build())
                .build();
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of("secretsmanager:GetRandomPassword"))
                .resources(List.of("*"))
                .build());
        function.addToRolePolicy(PolicyStatement.Builder.create()
                .actions(List.of(
                        "secretsmanager:DescribeSecret",
                        "secretsmanager:GetSecretValue",
                        "secretsmanager:PutSecretValue",
                        "secretsmanager:UpdateSecretVersionStage"))
                .resources(secrets.keySet().stream().map(CfnSecret::getRef).toList())
                .build());
        CfnPermission permission = CfnPermission.Builder.create(stack, "RotationPermission")
                .action("lambda:InvokeFunction")
                .functionName(function.getFunctionArn())
                .principal("secretsmanager.amazonaws.com")
                .sourceAccount(stack.stage().place().target().account())
                .build();
        secrets.forEach((secret, days) -> CfnRotationSchedule.Builder.create(
                        stack, secret.getNode().getId() + " rotation")
                .secretId(secret.getRef())
                .rotationLambdaArn(function.getFunctionArn())
                .rotateImmediatelyOnUpdate(false)
                .rotationRules(CfnRotationSchedule.RotationRulesProperty.builder()
                        .automaticallyAfterDays(days)
                        .build())
                .build()
                .addResourceDependency(permission));
    }
}
