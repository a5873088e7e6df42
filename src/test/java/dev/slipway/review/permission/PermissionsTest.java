package dev.slipway.review.permission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermissionsTest {
    private static final String ALLOW =
            "{'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': 'arn:aws:s3:::invoices/*'}";

    @Test
    void allowWhatAPatternFits() {
        assertThat(may(ALLOW, "s3:GetObject", "arn:aws:s3:::invoices/1")).isTrue();
        assertThat(may(ALLOW, "S3:getobject", "arn:aws:s3:::invoices/1")).isTrue();
        assertThat(may(ALLOW, "s3:PutObject", "arn:aws:s3:::invoices/1")).isFalse();
        assertThat(may(ALLOW, "s3:GetObject", "arn:aws:s3:::Invoices/1")).isFalse();
        assertThat(may(ALLOW, "s3:GetObject", "arn:aws:s3:::invoices")).isFalse();
    }

    @Test
    void denyBeforeTheyAllow() {
        String deny = ALLOW + ", {'Effect': 'Deny', 'Action': '*', 'Resource': 'arn:aws:s3:::invoices/secret'}";
        assertThat(may(deny, "s3:GetObject", "arn:aws:s3:::invoices/secret")).isFalse();
        assertThat(may(deny, "s3:GetObject", "arn:aws:s3:::invoices/1")).isTrue();
    }

    @Test
    void countOnNoConditionThatDenies() {
        String deny = ALLOW
                + ", {'Effect': 'Deny', 'Action': '*', 'Resource': '*', 'Condition': {'Bool': {'aws:SecureTransport': false}}}";
        assertThat(may(deny, "s3:GetObject", "arn:aws:s3:::invoices/1")).isTrue();
    }

    @Test
    void readWhatIsExcepted() {
        String not = "{'Effect': 'Allow', 'NotAction': ['iam:*'], 'NotResource': 'arn:aws:s3:::invoices'}";
        assertThat(may(not, "s3:ListBucket", "arn:aws:s3:::others")).isTrue();
        assertThat(may(not, "iam:PassRole", "arn:aws:s3:::others")).isFalse();
        assertThat(may(not, "s3:ListBucket", "arn:aws:s3:::invoices")).isFalse();
    }

    @Test
    void matchOneCharacterByAQuestionMark() {
        String secret =
                "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': {'Fn::Join': ['', ['secret:', {'Ref': 'P'}, '-??????']]}}";
        assertThat(may(secret, "a:b", "secret:${/name}-aBcDeF")).isTrue();
        assertThat(may(secret, "a:b", "secret:${/name}-aBcDeFg")).isFalse();
    }

    private static boolean may(String statements, String action, String resource) {
        String template =
                "{'Parameters': {'P': {'Type': 'AWS::SSM::Parameter::Value<String>', 'Default': '/name'}}, 'Resources': {'R': {'Type': 'AWS::IAM::Role', 'Properties': {'RoleName': 'r', 'Policies': [{'PolicyDocument': {'Statement': [%s]}}]}}}}"
                        .formatted(statements)
                        .replace('\'', '"');
        Synthesis synthesis = Synthesis.of(Map.of(
                "cdk.out/manifest.json",
                "{\"artifacts\": {\"a\": {\"type\": \"aws:cloudformation:stack\", \"displayName\": \"dev/a\", \"properties\": {\"templateFile\": \"a.template.json\"}}}}",
                "cdk.out/a.template.json",
                template));
        return Permissions.of(synthesis, "dev").allows("r", action, resource);
    }
}
