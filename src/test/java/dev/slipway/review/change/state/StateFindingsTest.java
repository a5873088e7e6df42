package dev.slipway.review.change.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.review.change.Changes;
import dev.slipway.review.change.Snapshots;
import dev.slipway.review.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class StateFindingsTest {
    private static final String TOPIC = """
            "T": {"Type": "AWS::MSK::Topic", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain",
              "Properties": {"ClusterArn": "arn", "TopicName": "order.placed", "PartitionCount": 3, "ReplicationFactor": 3}}
            """;
    private static final String DATABASE = """
            "D": {"Type": "AWS::RDS::DBInstance", "DeletionPolicy": "Snapshot",
              "Properties": {"DBInstanceIdentifier": {"Ref": "X"}, "DeletionProtection": true, "MultiAZ": true, "StorageEncrypted": true}}
            """;

    private static List<Finding> findings(String before, String after) {
        return StateFindings.of(Changes.between(Snapshots.resources(before), Snapshots.resources(after)));
    }

    private static String said(Finding finding) {
        return "%s Fix: %s".formatted(finding, finding.fix());
    }

    @Nested
    class AReplacement {
        @Test
        void saysWhichPropertyAndWhatBecomesOfTheOldOne() {
            assertThat(findings(TOPIC, TOPIC.replace("Factor\": 3", "Factor\": 2")))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/replaces-stateful AWS::MSK::Topic T in prod/data: ReplicationFactor (2) must stay (3): a change makes CloudFormation "
                                    + "replace it, and the new one is empty, while the old one stays in the account, managed by nobody. Fix: declare another "
                                    + "topic beside it, let its consumers read both, and remove this one when it is empty.",
                            "change/name-taken AWS::MSK::Topic T in prod/data: TopicName (order.placed) must be another one: CloudFormation makes the new "
                                    + "resource before it deletes the old, which has this name, and fails. Fix: keep what replaces it (ReplicationFactor), or "
                                    + "give the new one another name.");
        }

        @Test
        void stopsUnlessItOnlyMayBe() {
            assertThat(findings(TOPIC, TOPIC.replace("Factor\": 3", "Factor\": 2"))
                            .get(0)
                            .isError())
                    .isTrue();
            assertThat(findings(DATABASE, DATABASE.replace("MultiAZ\": true", "MultiAZ\": false"))
                            .get(0)
                            .isError())
                    .isFalse();
        }

        @Test
        void saysInWhichStackItIs() {
            assertThat(findings(TOPIC, "").get(0).location().environment()).hasValue("prod");
        }

        @Test
        void ofWhatIsNotRetainedDeletesIt() {
            assertThat(findings(DATABASE, DATABASE.replace("Encrypted\": true", "Encrypted\": false")))
                    .extracting(StateFindingsTest::said)
                    .first()
                    .asString()
                    .contains("must stay (true)", "the old one is deleted with what it holds", "restoreFrom(..)");
        }

        @Test
        void keepsASnapshotWhereThePolicySaysSo() {
            String kept =
                    DATABASE.replace("\"DeletionPolicy\"", "\"UpdateReplacePolicy\": \"Snapshot\", \"DeletionPolicy\"");
            assertThat(findings(kept, kept.replace("Encrypted\": true", "Encrypted\": false"))
                            .get(0)
                            .what())
                    .contains("a snapshot of the old one is kept");
        }

        @Test
        void thatDependsIsSaidToDepend() {
            assertThat(findings(DATABASE, DATABASE.replace("MultiAZ\": true", "MultiAZ\": false")))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/may-replace-stateful AWS::RDS::DBInstance D in prod/data: MultiAZ (false) must not replace it: it was (true), and some changes "
                                    + "of it replace; if so, the old one is deleted with what it holds. Fix: look at the change set "
                                    + "before deploying; keep the value; or take a snapshot, declare restoreFrom(..) it, and plan for the time without a database.");
        }

        @Test
        void byAnotherTypeIsRefused() {
            String group =
                    "\"G\": {\"Type\": \"AWS::RDS::%s\", \"Properties\": {\"Description\": \"d\", \"DBParameterGroupName\": \"g\"}}";
            assertThat(findings(group.formatted("DBParameterGroup"), group.formatted("DBClusterParameterGroup")))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/type-refused AWS::RDS::DBClusterParameterGroup G in prod/data: Type (AWS::RDS::DBClusterParameterGroup) must stay "
                                    + "AWS::RDS::DBParameterGroup: CloudFormation refuses another type under the same logical id, and the deployment fails. "
                                    + "Fix: give the new one a logical id of its own; what the model makes takes another environment, or two deployments, "
                                    + "one without it between.");
        }

        @Test
        void byReferenceSaysSo() {
            String subnet = "\"S\": {\"Type\": \"AWS::EC2::Subnet\", \"Properties\": {\"CidrBlock\": \"%s\"}},";
            String cache =
                    "\"C\": {\"Type\": \"AWS::ElastiCache::ServerlessCache\", \"Properties\": {\"SubnetIds\": [{\"Ref\": \"S\"}]}}";
            assertThat(findings(subnet.formatted("a") + cache, subnet.formatted("b") + cache))
                    .extracting(Finding::rule, Finding::field)
                    .containsExactly(tuple("change/may-replace-stateful", "SubnetIds[0]"));
        }

        @Test
        void ofWhatHoldsNothingIsNone() {
            String role = "\"R\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"Path\": \"%s\"}}";
            assertThat(findings(role.formatted("/a/"), role.formatted("/b/"))).isEmpty();
        }

        @Test
        void inPlaceIsNone() {
            assertThat(findings(TOPIC, TOPIC.replace("Count\": 3", "Count\": 6")))
                    .isEmpty();
        }
    }

    @Nested
    class ARemoval {
        @Test
        void saysWhatBecomesOfIt() {
            assertThat(findings(TOPIC, ""))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/removes-stateful AWS::MSK::Topic T in prod/data: TopicName (order.placed) must stay in the template: without it, it stays in the "
                                    + "account, managed by nobody, and its name stays taken. Fix: declare again what it was made for; or, where it is to go, "
                                    + "save what it holds first, and accept this change.");
            assertThat(findings(TOPIC.replace("Retain", "Delete"), "").get(0).what())
                    .contains("it is deleted with what it holds");
            assertThat(findings(DATABASE, "").get(0).what()).contains("it is deleted, and a snapshot of it kept");
        }

        @Test
        void ofWhatHoldsNothingIsNone() {
            assertThat(findings("\"R\": {\"Type\": \"AWS::IAM::Role\"}", "")).isEmpty();
        }

        @Test
        void fromTheModelOfWhatIsAddedIsNone() {
            assertThat(findings("", TOPIC)).isEmpty();
        }
    }

    @Nested
    class AName {
        @Test
        void thatIsTakenMakesTheDeploymentFail() {
            String role =
                    "\"%s\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"shop\", \"Path\": \"%s\"}}";
            assertThat(findings(role.formatted("A", "/a/"), role.formatted("B", "/a/")))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/name-taken AWS::IAM::Role B in prod/data: RoleName (shop) must be another one: CloudFormation makes the new resource "
                                    + "before it deletes the old, which has this name, and fails. Fix: keep what replaces it (LogicalId), or give the new one "
                                    + "another name.");
            assertThat(findings(role.formatted("A", "/a/"), role.formatted("A", "/b/")))
                    .hasSize(1);
        }

        @Test
        void thatIsAnotherOneIsFree() {
            String role = "\"A\": {\"Type\": \"AWS::IAM::Role\", \"Properties\": {\"RoleName\": \"%s\"}}";
            assertThat(findings(role.formatted("a"), role.formatted("b"))).isEmpty();
        }

        @Test
        void thatSeveralMayHaveIsFree() {
            String zone =
                    "\"%s\": {\"Type\": \"AWS::Route53::HostedZone\", \"Properties\": {\"Name\": \"example.com\"}}";
            assertThat(findings(zone.formatted("A"), zone.formatted("B")))
                    .extracting(Finding::rule)
                    .containsExactly("change/replaces-stateful");
        }
    }

    @Nested
    class Protections {
        @Test
        void thatGoAreSaid() {
            assertThat(findings(
                            TOPIC, TOPIC.replace("\"DeletionPolicy\": \"Retain\"", "\"DeletionPolicy\": \"Delete\"")))
                    .extracting(StateFindingsTest::said)
                    .containsExactly(
                            "change/unprotects-stateful AWS::MSK::Topic T in prod/data: DeletionPolicy (Delete) must stay Retain: nothing else keeps a "
                                    + "later mistake from deleting it. Fix: keep the environment production(), or accept this change where it is to go.");
            assertThat(findings(DATABASE, DATABASE.replace("\"DeletionProtection\": true, ", "")))
                    .extracting(Finding::rule, Finding::field)
                    .containsExactly(tuple("change/unprotects-stateful", "DeletionProtection"));
        }

        @Test
        void thatComeOrAreOfWhatHoldsNothingAreFine() {
            assertThat(findings(DATABASE.replace("Protection\": true", "Protection\": false"), DATABASE))
                    .isEmpty();
            String role = "\"R\": {\"Type\": \"AWS::IAM::Role\", \"DeletionPolicy\": \"%s\"}";
            assertThat(findings(role.formatted("Retain"), role.formatted("Delete")))
                    .isEmpty();
        }
    }
}
