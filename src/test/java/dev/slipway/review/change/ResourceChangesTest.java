package dev.slipway.review.change;

import static dev.slipway.review.change.Snapshots.resources;
import static dev.slipway.review.change.Snapshots.stacks;
import static dev.slipway.review.change.Snapshots.template;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.specification.Replacement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ResourceChangesTest {
    private static final String TOPIC = """
            "Orders": {"Type": "AWS::MSK::Topic", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain",
              "Properties": {"ClusterArn": "arn:a", "TopicName": "order.placed", "PartitionCount": 3, "ReplicationFactor": 3}}
            """;

    private static List<ResourceChange> changes(String before, String after) {
        return Changes.between(resources(before), resources(after)).resources();
    }

    private static ResourceChange only(List<ResourceChange> changes) {
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    @Nested
    class OneResource {
        @Test
        void thatStaysIsNoChange() {
            assertThat(changes(TOPIC, TOPIC)).isEmpty();
        }

        @Test
        void isAdded() {
            ResourceChange change = only(changes("", TOPIC));
            assertThat(change.kind()).isEqualTo(Kind.ADDED);
            assertThat(change.before()).isEmpty();
            assertThat(change).hasToString("AWS::MSK::Topic Orders in prod/data");
        }

        @Test
        void isRemovedAndKept() {
            ResourceChange change = only(changes(TOPIC, ""));
            assertThat(change.kind()).isEqualTo(Kind.REMOVED);
            assertThat(change.retention()).isEqualTo(Retention.RETAINED);
            assertThat(change.isStateful()).isTrue();
            assertThat(change.after()).isEmpty();
        }

        @Test
        void isUpdatedInPlace() {
            ResourceChange change =
                    only(changes(TOPIC, TOPIC.replace("\"PartitionCount\": 3", "\"PartitionCount\": 6")));
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.properties())
                    .containsExactly(new PropertyChange("PartitionCount", Tree.of(3), Tree.of(6), Replacement.NEVER));
        }

        @Test
        void isReplaced() {
            ResourceChange change = only(changes(TOPIC, TOPIC.replace("Factor\": 3", "Factor\": 2")));
            assertThat(change.kind()).isEqualTo(Kind.REPLACED);
            assertThat(change.properties()).extracting("path").containsExactly("ReplicationFactor");
        }

        @Test
        void thatBecomesAnotherTypeIsReplaced() {
            ResourceChange change =
                    only(changes("\"A\": {\"Type\": \"AWS::SQS::Queue\"}", "\"A\": {\"Type\": \"AWS::SNS::Topic\"}"));
            assertThat(change.kind()).isEqualTo(Kind.REPLACED);
            assertThat(change.isStateful()).isTrue();
            assertThat(change.properties()).extracting("path").containsExactly("Type");
        }

        @Test
        void ofATypeThatIsNotPublishedMayBeReplaced() {
            assertThat(only(changes(
                                    "\"A\": {\"Type\": \"AWS::New::Thing\", \"Properties\": {\"Size\": 1}}",
                                    "\"A\": {\"Type\": \"AWS::New::Thing\", \"Properties\": {\"Size\": 2}}"))
                            .kind())
                    .isEqualTo(Kind.MAY_BE_REPLACED);
        }
    }

    @Nested
    class Properties {
        private static final String CLUSTER = """
                "C": {"Type": "AWS::MSK::Cluster", "Properties": {"ClusterName": "shop", "BrokerNodeGroupInfo": {
                  "ClientSubnets": ["a", "b"], "InstanceType": "m7g.large"%s}, "Tags": {"owner.team": "x"}}}
                """;

        @Test
        void belowOthersHaveTheirPath() {
            ResourceChange change =
                    only(changes(CLUSTER.formatted(""), CLUSTER.formatted("").replace("m7g.large", "m7g.xlarge")));
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.properties()).extracting("path").containsExactly("BrokerNodeGroupInfo.InstanceType");
        }

        @Test
        void inListsCountBySelf() {
            ResourceChange change = only(changes(
                    CLUSTER.formatted(""), CLUSTER.formatted("").replace("\"a\", \"b\"", "\"a\", \"b\", \"c\"")));
            assertThat(change.kind()).isEqualTo(Kind.REPLACED);
            assertThat(change.properties())
                    .containsExactly(new PropertyChange(
                            "BrokerNodeGroupInfo.ClientSubnets[2]", Tree.NOTHING, Tree.of("c"), Replacement.ALWAYS));
        }

        @Test
        void withDotsInTheirNameStandInBrackets() {
            ResourceChange change =
                    only(changes(CLUSTER.formatted(""), CLUSTER.formatted("").replace("\"x\"", "\"y\"")));
            assertThat(change.properties()).extracting("path").containsExactly("Tags[owner.team]");
        }

        @Test
        void ofAStructureThatIsAddedAreJudgedOneByOne() {
            String logging = "\"LoggingInfo\": {\"BrokerLogs\": {\"S3\": {\"Enabled\": false}}}, \"Tags\"";
            ResourceChange harmless =
                    only(changes(CLUSTER.formatted(""), CLUSTER.formatted("").replace("\"Tags\"", logging)));
            assertThat(harmless.kind()).isEqualTo(Kind.CHANGED);
            String storage = "\"EncryptionInfo\": {\"EncryptionAtRest\": {\"DataVolumeKMSKeyId\": \"k\"}}, \"Tags\"";
            ResourceChange other =
                    only(changes(CLUSTER.formatted(""), CLUSTER.formatted("").replace("\"Tags\"", storage)));
            assertThat(other.kind()).isEqualTo(Kind.REPLACED);
        }

        @Test
        void thatAreTagsAreMatchedByTheirKey() {
            String bucket = "\"B\": {\"Type\": \"AWS::S3::Bucket\", \"Properties\": {\"Tags\": [%s]}}";
            String a = "{\"Key\": \"a\", \"Value\": \"1\"}";
            String b = "{\"Key\": \"b\", \"Value\": \"2\"}";
            assertThat(changes(bucket.formatted(a + "," + b), bucket.formatted(b + "," + a)))
                    .isEmpty();
            assertThat(only(changes(bucket.formatted(a), bucket.formatted(b + "," + a.replace("1", "3"))))
                            .properties())
                    .extracting("path")
                    .containsExactly("Tags[b]", "Tags[a].Value");
        }

        @Test
        void besidesTheProperties() {
            ResourceChange change = only(changes(
                    TOPIC,
                    TOPIC.replace(
                            "\"DeletionPolicy\": \"Retain\"", "\"DeletionPolicy\": \"Delete\", \"DependsOn\": \"X\"")));
            assertThat(change.kind()).isEqualTo(Kind.CHANGED);
            assertThat(change.properties()).extracting("path").containsExactly("DeletionPolicy", "DependsOn");
        }
    }

    @Nested
    class Noise {
        @Test
        void isWhatTheCdkWritesForItself() {
            String before = """
                    "CDKMetadata": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "v2:1"}},
                    "F": {"Type": "AWS::Lambda::Function", "Properties": {"Code": {"S3Key": "%s.zip"}}, "DependsOn": ["P", "Q"],
                      "Metadata": {"aws:cdk:path": "a", "aws:asset:path": "asset.%s"}}
                    """.formatted("0".repeat(64), "0".repeat(64));
            String after = before.replace("0".repeat(64), "1".repeat(64))
                    .replace("v2:1", "v2:2")
                    .replace("\"a\"", "\"b\"")
                    .replace("\"P\", \"Q\"", "\"Q\", \"P\"");
            assertThat(changes(before, after)).isEmpty();
            assertThat(only(changes(before, after.replace("\"Metadata\": {", "\"Metadata\": {\"owner\": \"me\", ")))
                            .properties())
                    .extracting("path")
                    .containsExactly("Metadata");
            assertThat(only(changes(before, after.replace(".zip", ".jar"))).kind())
                    .isEqualTo(Kind.CHANGED);
        }
    }

    @Nested
    class Functions {
        private static Synthesis named(String name, String parameters) {
            return template("""
                    {"Parameters": {%s}, "Resources": {"T": {"Type": "AWS::MSK::Topic", "Properties": {"TopicName": %s}}}}
                    """.formatted(parameters, name));
        }

        private static void same(String before, String after, String parameters) {
            assertThat(Changes.between(named(before, parameters), named(after, parameters))
                            .resources())
                    .as("%s and %s", before, after)
                    .isEmpty();
        }

        @Test
        void areComparedByWhatTheyMean() {
            same("\"a-b\"", "{\"Fn::Join\": [\"-\", [\"a\", \"b\"]]}", "");
            same("\"a-b\"", "{\"Fn::Sub\": \"a-b\"}", "");
            same("{\"Fn::GetAtt\": \"A.B.C\"}", "{\"Fn::GetAtt\": [\"A\", \"B.C\"]}", "");
            same(
                    "{\"Fn::Sub\": \"x${A}y${B.C}\"}",
                    "{\"Fn::Join\": [\"\", [\"x\", {\"Ref\": \"A\"}, \"y\", {\"Fn::GetAtt\": [\"B\", \"C\"]}]]}",
                    "");
            same("{\"Fn::Sub\": [\"${v}/z\", {\"v\": \"a\"}]}", "\"a/z\"", "");
            same(
                    "{\"Fn::Join\": [\"\", [\"a\", {\"Fn::Join\": [\"\", [\"b\", {\"Ref\": \"A\"}]]}]]}",
                    "{\"Fn::Sub\": \"ab${A}\"}",
                    "");
            same("{\"Ref\": \"P\"}", "\"value\"", "\"P\": {\"Type\": \"String\", \"Default\": \"value\"}");
        }

        @Test
        void areOneValueWhereTheyDiffer() {
            List<ResourceChange> changes = Changes.between(
                            named("{\"Ref\": \"A\"}", ""), named("{\"Fn::GetAtt\": [\"A\", \"Name\"]}", ""))
                    .resources();
            assertThat(only(changes).properties()).extracting("path").containsExactly("TopicName");
            assertThat(Changes.between(
                                    named("{\"Fn::Join\": [\",\", {\"Ref\": \"L\"}]}", ""),
                                    named("{\"Fn::Select\": [0, {\"Ref\": \"L\"}]}", ""))
                            .resources())
                    .hasSize(1);
        }

        @Test
        void thatReadParameterStoreAreTheNameThatTheyRead() {
            String stored = "\"%s\": {\"Type\": \"AWS::SSM::Parameter::Value<String>\", \"Default\": \"/shop/%s\"}";
            Synthesis before = named("{\"Ref\": \"P\"}", stored.formatted("P", "topic"));
            assertThat(Changes.between(before, named("{\"Ref\": \"Q\"}", stored.formatted("Q", "topic")))
                            .resources())
                    .isEmpty();
            assertThat(Changes.between(before, named("{\"Ref\": \"P\"}", stored.formatted("P", "other")))
                            .resources())
                    .extracting(ResourceChange::kind)
                    .containsExactly(Kind.REPLACED);
        }
    }

    @Nested
    class Stacks {
        @Test
        void thatComeAndGoBringTheirResourcesAlong() {
            Map<String, String> both = new TreeMap<>();
            both.put("prod/a", "{\"Resources\": {%s}}".formatted(TOPIC));
            both.put("prod/b", "{\"Resources\": {\"Q\": {\"Type\": \"AWS::SQS::Queue\"}}}");
            Synthesis one = stacks(Map.of("prod/b", both.get("prod/b")));
            assertThat(Changes.between(stacks(both), one).resources())
                    .extracting(ResourceChange::stack, ResourceChange::kind)
                    .containsExactly(tuple("prod/a", Kind.REMOVED));
            assertThat(Changes.between(one, stacks(both)).resources())
                    .extracting(ResourceChange::stack, ResourceChange::kind, ResourceChange::stage)
                    .containsExactly(tuple("prod/a", Kind.ADDED, "prod"));
        }
    }
}
