package dev.slipway.review.change;

import static dev.slipway.review.change.Snapshots.resources;
import static dev.slipway.review.change.Snapshots.stacks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.review.Synthesis;
import dev.slipway.review.specification.Replacement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a change of one resource means for another id of it, and for those that refer to it. */
class RenamesAndReferencesTest {
    private static final String TOPIC = """
            "%s": {"Type": "AWS::MSK::Topic", "DeletionPolicy": "Retain",
              "Properties": {"ClusterArn": "%s", "TopicName": "%s", "PartitionCount": 3}}
            """;

    @Nested
    class ALogicalId {
        @Test
        void thatIsAnotherReplacesWhatHasTheSameName() {
            List<ResourceChange> changes = Changes.between(
                            resources(TOPIC.formatted("A", "arn", "t")),
                            resources(TOPIC.formatted("B", "arn", "t").replace("3", "6")))
                    .resources();
            assertThat(changes)
                    .extracting(ResourceChange::id, ResourceChange::kind, ResourceChange::retention)
                    .containsExactly(tuple("B", Kind.REPLACED, Retention.RETAINED));
            assertThat(changes.get(0).properties())
                    .extracting(PropertyChange::path, PropertyChange::replacement)
                    .containsExactly(
                            tuple("LogicalId", Replacement.ALWAYS), tuple("PartitionCount", Replacement.NEVER));
            assertThat(changes.get(0).properties().get(0).before().text()).isEqualTo("prod/data/A");
        }

        @Test
        void inAnotherStackIsAnother() {
            Synthesis before =
                    stacks(Map.of("prod/a", "{\"Resources\": {%s}}".formatted(TOPIC.formatted("A", "arn", "t"))));
            Synthesis after =
                    stacks(Map.of("prod/b", "{\"Resources\": {%s}}".formatted(TOPIC.formatted("A", "arn", "t"))));
            assertThat(Changes.between(before, after).resources())
                    .extracting(ResourceChange::stack, ResourceChange::kind)
                    .containsExactly(tuple("prod/b", Kind.REPLACED));
        }

        @Test
        void ofWhatHasAnotherNameIsTwo() {
            assertThat(Changes.between(
                                    resources(TOPIC.formatted("A", "arn", "t")),
                                    resources(TOPIC.formatted("B", "arn", "u")))
                            .resources())
                    .extracting(ResourceChange::kind)
                    .containsExactly(Kind.ADDED, Kind.REMOVED);
            // the same name in another cluster is another topic
            assertThat(Changes.between(
                                    resources(TOPIC.formatted("A", "arn", "t")),
                                    resources(TOPIC.formatted("B", "nra", "t")))
                            .resources())
                    .extracting(ResourceChange::kind)
                    .containsExactly(Kind.ADDED, Kind.REMOVED);
        }

        @Test
        void ofWhatHasNoNameIsTwo() {
            assertThat(Changes.between(
                                    resources("\"A\": {\"Type\": \"AWS::SQS::Queue\"}"),
                                    resources("\"B\": {\"Type\": \"AWS::SQS::Queue\"}"))
                            .resources())
                    .extracting(ResourceChange::kind)
                    .containsExactly(Kind.ADDED, Kind.REMOVED);
        }

        @Test
        void ofTheSameNameInAnotherStageIsTwo() {
            Synthesis before =
                    stacks(Map.of("dev/a", "{\"Resources\": {%s}}".formatted(TOPIC.formatted("A", "arn", "t"))));
            Synthesis after =
                    stacks(Map.of("prod/a", "{\"Resources\": {%s}}".formatted(TOPIC.formatted("A", "arn", "t"))));
            assertThat(Changes.between(before, after).resources())
                    .extracting(ResourceChange::kind)
                    .containsExactlyInAnyOrder(Kind.ADDED, Kind.REMOVED);
        }
    }

    @Nested
    class AReference {
        private static final String NETWORK = """
                {"Resources": {
                  "Subnet": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": "v", "CidrBlock": "%s"}},
                  "Group": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"GroupDescription": "d", "VpcId": "v"}},
                  "Database": {"Type": "AWS::RDS::DBInstance", "Properties": {"VPCSecurityGroups": [{"Ref": "Subnet"}]}},
                  "Cache": {"Type": "AWS::ElastiCache::ServerlessCache", "Properties": {"SubnetIds": [{"Ref": "Subnet"}]}},
                  "User": {"Type": "AWS::ElastiCache::UserGroup", "Properties": {"UserGroupId": {"Fn::GetAtt": ["Cache", "ARN"]}}},
                  "Stored": {"Type": "AWS::SSM::Parameter", "Properties": {"Name": "/shop/subnet", "Value": {"Ref": "Subnet"}}}}}
                """;
        private static final String STREAMING = """
                {"Parameters": {"P": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/shop/%s"}},
                 "Resources": {"Cluster": {"Type": "AWS::MSK::Cluster",
                   "Properties": {"ClusterName": "shop", "BrokerNodeGroupInfo": {"ClientSubnets": [{"Ref": "P"}]}}}}}
                """;

        private static Synthesis shop(String network, String streaming) {
            Map<String, String> templates = new TreeMap<>();
            templates.put("prod/network", network);
            templates.put("prod/streaming", streaming);
            return stacks(templates);
        }

        @Test
        void toWhatIsReplacedMayReplaceToo() {
            List<ResourceChange> changes = Changes.between(
                            shop(NETWORK.formatted("10.0.0.0/24"), STREAMING.formatted("other")),
                            shop(NETWORK.formatted("10.1.0.0/24"), STREAMING.formatted("other")))
                    .resources();
            assertThat(changes)
                    .extracting(ResourceChange::id, ResourceChange::kind)
                    .containsExactlyInAnyOrder(
                            tuple("Subnet", Kind.REPLACED),
                            tuple("Cache", Kind.MAY_BE_REPLACED),
                            tuple("User", Kind.MAY_BE_REPLACED));
            PropertyChange by = changes.stream()
                    .filter(change -> change.id().equals("Cache"))
                    .flatMap(change -> change.properties().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(by.path()).isEqualTo("SubnetIds[0]");
            assertThat(by.isByReference()).isTrue();
        }

        @Test
        void throughParameterStoreReachesOtherStacks() {
            List<ResourceChange> changes = Changes.between(
                            shop(NETWORK.formatted("10.0.0.0/24"), STREAMING.formatted("subnet")),
                            shop(NETWORK.formatted("10.1.0.0/24"), STREAMING.formatted("subnet")))
                    .resources();
            assertThat(changes)
                    .filteredOn(change -> change.stack().equals("prod/streaming"))
                    .extracting(ResourceChange::id, ResourceChange::kind)
                    .containsExactly(tuple("Cluster", Kind.MAY_BE_REPLACED));
        }

        @Test
        void toAnotherValueInParameterStoreReachesOtherStacks() {
            String stored =
                    "{\"Resources\": {\"S\": {\"Type\": \"AWS::SSM::Parameter\", \"Properties\": {\"Name\": \"/shop/subnet\", \"Value\": \"%s\"}}}}";
            assertThat(Changes.between(
                                    shop(stored.formatted("a"), STREAMING.formatted("subnet")),
                                    shop(stored.formatted("b"), STREAMING.formatted("subnet")))
                            .resources())
                    .extracting(ResourceChange::id, ResourceChange::kind)
                    .containsExactly(tuple("S", Kind.CHANGED), tuple("Cluster", Kind.MAY_BE_REPLACED));
            String dynamic = STREAMING.formatted("x").replace("{\"Ref\": \"P\"}", "\"{{resolve:ssm:/shop/subnet:1}}\"");
            assertThat(Changes.between(shop(stored.formatted("a"), dynamic), shop(stored.formatted("b"), dynamic))
                            .resources())
                    .extracting(ResourceChange::id)
                    .containsExactly("S", "Cluster");
        }

        @Test
        void toWhatIsUpdatedInPlaceDoesNothing() {
            String tagged = NETWORK.formatted("10.0.0.0/24")
                    .replace("\"VpcId\": \"v\", \"Cidr", "\"MapPublicIpOnLaunch\": true, \"VpcId\": \"v\", \"Cidr");
            assertThat(Changes.between(
                                    shop(NETWORK.formatted("10.0.0.0/24"), STREAMING.formatted("subnet")),
                                    shop(tagged, STREAMING.formatted("subnet")))
                            .resources())
                    .extracting(ResourceChange::id)
                    .containsExactly("Subnet");
        }
    }
}
