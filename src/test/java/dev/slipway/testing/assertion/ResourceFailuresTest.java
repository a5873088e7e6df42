package dev.slipway.testing.assertion;

import static dev.slipway.testing.Assertions.assertThat;
import static dev.slipway.testing.Failing.failsWith;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.Shop;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceFailuresTest {
    /** Two kinds of tags, and resources that name each other. */
    private static final Synthesis LOGGED =
            Synthesis.of(Map.of("cdk.out/manifest.json", """
            {"artifacts": {"shop": {"type": "aws:cloudformation:stack", "displayName": "prod/logs",
              "properties": {"templateFile": "shop.template.json", "stackName": "shop-prod-logs"}}}}""", "cdk.out/shop.template.json", """
            {"Resources": {
              "Key": {"Type": "AWS::KMS::Key", "Properties": {"Tags": [{"Key": "team", "Value": "checkout"}]}},
              "Logs": {
                "Type": "AWS::Logs::LogGroup",
                "DependsOn": "Key",
                "Properties": {
                  "LogGroupName": "/shop",
                  "KmsKeyId": {"Fn::GetAtt": ["Key", "Arn"]},
                  "ResourcePolicyDocument": "{\\"Statement\\": [{\\"Effect\\": \\"Deny\\"}]}"
                }
              },
              "Rows": {"Type": "AWS::RDS::DBInstance"},
              "Address": {
                "Type": "AWS::SSM::Parameter",
                "Properties": {"Name": "/shop/logs", "Value": {"Ref": "Logs"}, "Tags": {"team": "orders"}}
              }
            }}"""));

    private static StackAssert logs() {
        return assertThat(LOGGED).stack("prod/logs");
    }

    private static ResourceAssert group() {
        return logs().resource("AWS::Logs::LogGroup");
    }

    @Nested
    class OfReferences {
        @Test
        void areNoneWhereTheyAreThere() {
            group().refersTo("KmsKeyId", "AWS::KMS::Key").dependsOn("AWS::KMS::Key", "Key");
            logs().resource("AWS::SSM::Parameter").refersTo("Value", "AWS::Logs::LogGroup", "/shop");
        }

        @Test
        void showWhatIsReferredTo() {
            failsWith("""
                    Expecting AWS::Logs::LogGroup Logs in prod/logs
                    to have at KmsKeyId a reference to
                      AWS::SSM::Parameter Address in prod/logs
                    but it has
                      {"Fn::GetAtt":["Key", "Arn"]}
                    """, () -> group().refersTo("KmsKeyId", "AWS::SSM::Parameter"));
        }

        @Test
        void nameWhatIsNearToOneThatIsMissing() {
            failsWith("""
                    Expecting AWS::KMS::Key of stack prod/logs to have
                      a resource named Kay
                    but of this kind there is
                      Key
                    Did you mean Key?
                    """, () -> group().refersTo("KmsKeyId", "AWS::KMS::Key", "Kay"));
        }

        @Test
        void showWhatSomethingDependsOn() {
            failsWith("""
                    Expecting AWS::Logs::LogGroup Logs in prod/logs
                    to have in DependsOn
                      AWS::SSM::Parameter Address in prod/logs
                    but it has
                      Key
                    """, () -> group().dependsOn("AWS::SSM::Parameter", "/shop/logs"));
        }
    }

    @Nested
    class OfTags {
        @Test
        void areNoneForEitherKindOfTags() {
            logs().resource("AWS::KMS::Key").hasTag("team", "checkout").doesNotHaveTag("cost");
            logs().resource("AWS::SSM::Parameter").hasTag("team", "orders").doesNotHaveTag("cost");
        }

        @Test
        void showTheTagThatIsThere() {
            failsWith("""
                    Expecting AWS::SSM::Parameter Address in prod/logs
                    to have the tag team
                      checkout
                    but it has
                      orders
                    """, () -> logs().resource("AWS::SSM::Parameter").hasTag("team", "checkout"));
            failsWith("""
                    Expecting AWS::KMS::Key Key in prod/logs not to have
                      the tag team: checkout
                    """, () -> logs().resource("AWS::KMS::Key").doesNotHaveTag("team"));
        }

        @Test
        void nameTheTagByWhichResourcesWereLookedFor() {
            failsWith("""
                    Expecting AWS::KMS::Key of stack prod/logs with the tag team: checkout to be 2
                    but there are 1
                      Key
                    """, () -> logs().resources("AWS::KMS::Key")
                    .withTag("team", "checkout")
                    .hasCount(2));
        }
    }

    @Nested
    class OfThoseThatAreNone {
        @Test
        void showWhatStandsThereInstead() {
            failsWith("""
                    Expecting AWS::MSK::Topic of environment prod where PartitionCount is 7 to be 1
                    but there are 0
                      nothing
                    At PartitionCount there is
                      12, 6
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .resources("AWS::MSK::Topic")
                    .where("PartitionCount", 7)
                    .single());
            failsWith("""
                    Expecting Deployment objects of environment prod where metadata.name is "ordr" to be at least one, to try each
                    but there is none
                    At metadata.name there is
                      "order", "payment"
                    Did you mean "order"?
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .manifests("Deployment")
                    .where("metadata.name", "ordr")
                    .each(deployment -> deployment.isInNamespace("shop")));
            failsWith("""
                    Expecting Deployment objects of environment prod where kind is "Deploymnt" to be at least one, to try each
                    but there is none
                    At kind there is
                      "Deployment"
                    Did you mean "Deployment"?
                    """, () -> assertThat(Shop.SYNTHESIS)
                    .environment("prod")
                    .manifests("Deployment")
                    .where("kind", "Deploymnt")
                    .each(deployment -> deployment.isInNamespace("shop")));
        }

        @Test
        void showTheTagsThatAreThereInstead() {
            failsWith("""
                    Expecting AWS::KMS::Key of stack prod/logs with the tag team: chekout where Enabled is true to be 1
                    but there are 0
                      nothing
                    As the tag team there is
                      checkout
                    Did you mean checkout?
                    """, () -> logs().resources("AWS::KMS::Key")
                    .withTag("team", "chekout")
                    .where("Enabled", true)
                    .single());
        }
    }

    @Nested
    class OfItems {
        private static TreeAssert statements() {
            return assertThat(Shop.SYNTHESIS)
                    .stack("prod/streaming")
                    .resource("AWS::IAM::Role", "shop.prod.order")
                    .property("Policies.0.PolicyDocument.Statement");
        }

        @Test
        void sayWhichItem() {
            failsWith("""
                    Expecting AWS::IAM::Role OrderRole in prod/streaming
                    to have at Policies.0.PolicyDocument.Statement.1.Resource
                      "*"
                    but there is
                      "arn:aws:s3:::invoices/*"
                    """, () -> statements().each(statement -> {
                statement.at("Effect").is("Allow");
                if (statement.actual().get("Resource").items().isEmpty()) {
                    statement.at("Resource").is("*");
                }
            }));
        }

        @Test
        void showTheListThatHoldsOneTooMany() {
            statements().at("0.Action").doesNotHaveItem("kafka-cluster:ReadData");
            failsWith("""
                    Expecting AWS::IAM::Role OrderRole in prod/streaming
                    not to have in the list at Policies.0.PolicyDocument.Statement.0.Action
                      "kafka-cluster:WriteData"
                    but there is
                      ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"]
                    """, () -> statements().at("0.Action").doesNotHaveItem("kafka-cluster:WriteData"));
        }
    }

    @Nested
    class OfWhatStays {
        @Test
        void knowThatDatabasesLeaveASnapshotUnlessToldOtherwise() {
            logs().resource("AWS::RDS::DBInstance").isRetained();
            failsWith("""
                    Expecting AWS::RDS::DBInstance Rows in prod/logs
                    to have DeletionPolicy
                      Delete
                    but it has
                      Snapshot, by default
                    """, () -> logs().resource("AWS::RDS::DBInstance").isDeletedWithItsStack());
        }
    }

    @Nested
    class OfJson {
        @Test
        void showWhatStandsInTheText() {
            group().property("ResourcePolicyDocument").asJson().at("Statement").hasSize(1);
            failsWith("""
                    Expecting the JSON at ResourcePolicyDocument of AWS::Logs::LogGroup Logs in prod/logs
                    to have at Statement.0.Effect
                      "Allow"
                    but there is
                      "Deny"
                    """, () -> group().property("ResourcePolicyDocument")
                    .asJson()
                    .at("Statement.0.Effect")
                    .is("Allow"));
        }

        @Test
        void showTheTextThatIsNone() {
            failsWith("""
                    Expecting AWS::Logs::LogGroup Logs in prod/logs
                    to have at LogGroupName
                      a text of JSON
                    but it has
                      "/shop"
                    """, () -> group().property("LogGroupName").asJson());
        }
    }
}
