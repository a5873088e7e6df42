package dev.slipway.review.specification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SpecificationTest {
    private static final Specification SPECIFICATION = Specification.load();

    private static ResourceType type(String name) {
        return SPECIFICATION.type(name).orElseThrow();
    }

    @Nested
    class WhatReplaces {
        @Test
        void aPropertyOfItsOwn() {
            ResourceType topic = type("AWS::MSK::Topic");
            assertThat(topic.replacement("ReplicationFactor")).isEqualTo(Replacement.ALWAYS);
            assertThat(topic.replacement("PartitionCount")).isEqualTo(Replacement.NEVER);
            assertThat(type("AWS::RDS::DBInstance").replacement("Engine")).isEqualTo(Replacement.MAYBE);
        }

        @Test
        void aFieldBelowOneThatDoesNot() {
            ResourceType cluster = type("AWS::MSK::Cluster");
            assertThat(cluster.replacement("BrokerNodeGroupInfo.ClientSubnets.0"))
                    .isEqualTo(Replacement.ALWAYS);
            assertThat(cluster.replacement("BrokerNodeGroupInfo.InstanceType")).isEqualTo(Replacement.NEVER);
        }

        @Test
        void everythingBelowOneThatDoes() {
            assertThat(type("AWS::ECR::Repository").replacement("EncryptionConfiguration.KmsKey"))
                    .isEqualTo(Replacement.ALWAYS);
            assertThat(type("AWS::DynamoDB::Table").replacement("KeySchema.0.AttributeName"))
                    .isEqualTo(Replacement.ALWAYS);
        }

        @Test
        void aStructureOfWhichAPartDoes() {
            ResourceType cluster = type("AWS::MSK::Cluster");
            assertThat(cluster.replacement("BrokerNodeGroupInfo")).isEqualTo(Replacement.MAYBE);
            assertThat(cluster.replacement("LoggingInfo")).isEqualTo(Replacement.NEVER);
        }

        @Test
        void aPathThatTheTypeListsBesides() {
            ResourceType point = type("AWS::EFS::AccessPoint");
            assertThat(point.replacedBy()).contains("CreationInfo.OwnerUid");
            ResourceType made = new ResourceType(
                    "A::B::C",
                    type("AWS::SQS::Queue").properties(),
                    point.reference(),
                    point.attributes(),
                    Set.of("Tags.*.Key"),
                    false);
            assertThat(made.replacement("Tags.3.Key")).isEqualTo(Replacement.ALWAYS);
            assertThat(made.replacement("Tags.3.Value")).isEqualTo(Replacement.NEVER);
            assertThat(made.replacement("Tags")).isEqualTo(Replacement.MAYBE);
        }

        @Test
        void nothingThatTheTypeDoesNotHave() {
            assertThat(type("AWS::MSK::Topic").replacement("Partitions")).isEqualTo(Replacement.NEVER);
        }

        @Test
        void keysOfMapsMayHaveDots() {
            assertThat(type("AWS::MSK::Channel").replacement("Tags.a.b")).isEqualTo(Replacement.NEVER);
            assertThat(type("AWS::MSK::ServerlessCluster").replacement("Tags.a.b"))
                    .isEqualTo(Replacement.ALWAYS);
        }
    }

    @Nested
    class WhatATypeIsMadeOf {
        @Test
        void propertiesWithTheirTypes() {
            ResourceType topic = type("AWS::MSK::Topic");
            assertThat(topic.properties().keySet())
                    .containsExactly("ClusterArn", "Configs", "PartitionCount", "ReplicationFactor", "TopicName");
            assertThat(topic.property("PartitionCount"))
                    .hasValue(new Property(ValueType.Scalar.INTEGER, true, Replacement.NEVER));
            assertThat(topic.property("Configs").orElseThrow().isRequired()).isFalse();
        }

        @Test
        void fieldsOfStructuresInLists() {
            ResourceType bucket = type("AWS::S3::Bucket");
            assertThat(bucket.property("LifecycleConfiguration.Rules.0.Id")
                            .orElseThrow()
                            .type())
                    .isEqualTo(ValueType.Scalar.STRING);
            assertThat(bucket.property("LifecycleConfiguration.Rules.0.Ident")).isEmpty();
            assertThat(bucket.property("BucketEncryption.ServerSideEncryptionConfiguration")
                            .orElseThrow()
                            .type())
                    .isEqualTo(new ValueType.ListOf(new Structure("ServerSideEncryptionRule", Map::of)));
        }

        @Test
        void structuresThatHoldThemselves() {
            ResourceType acl = type("AWS::WAFv2::WebACL");
            String statement =
                    "Rules.0.Statement.NotStatement.Statement.NotStatement.Statement.IPSetReferenceStatement.Arn";
            assertThat(acl.property(statement).orElseThrow().type()).isEqualTo(ValueType.Scalar.STRING);
        }

        @Test
        void whatRefAndAttributesGive() {
            ResourceType topic = type("AWS::MSK::Topic");
            assertThat(topic.reference()).containsExactly("TopicArn");
            assertThat(topic.attributes()).containsExactly("TopicArn");
        }

        @Test
        void customResourcesAreOpen() {
            ResourceType custom = type("Custom::Brokers");
            assertThat(custom.name()).isEqualTo("Custom::Brokers");
            assertThat(custom.isOpen()).isTrue();
            assertThat(custom.replacement("ServiceToken")).isEqualTo(Replacement.ALWAYS);
            assertThat(type("AWS::MSK::Topic").isOpen()).isFalse();
        }
    }

    @Test
    void doesNotKnowWhatIsNotPublished() {
        Stream.of("AWS::MSK::Topics", "AWS::Nothing::AtAll", "AWS", "AWS::../x::Y", "")
                .forEach(name -> assertThat(SPECIFICATION.type(name)).isEqualTo(Optional.empty()));
    }

    @Test
    void knowsWhatHoldsData() {
        assertThat(Stream.of(
                                "AWS::RDS::DBInstance",
                                "AWS::MSK::Cluster",
                                "AWS::MSK::Topic",
                                "AWS::ElastiCache::ServerlessCache",
                                "AWS::ECR::Repository",
                                "AWS::EKS::Cluster",
                                // only the published specification says so
                                "AWS::SDB::Domain")
                        .filter(type -> !SPECIFICATION.isStateful(type)))
                .isEmpty();
        assertThat(Stream.of("AWS::IAM::Role", "AWS::EC2::SecurityGroup", "AWS::Nothing::AtAll", "Custom::Brokers")
                        .filter(SPECIFICATION::isStateful))
                .isEmpty();
    }

    @Test
    void everyStatefulTypeOfOursIsPublished() {
        assertThat(StatefulTypes.all().filter(type -> SPECIFICATION.type(type).isEmpty()))
                .isEmpty();
    }

    @Test
    void canBeReadWhole() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(Specification.class.getResource("types")).toURI());
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.flatMap(SpecificationTest::types).toList();
        }
        assertThat(names).hasSizeGreaterThan(1_500);
        for (String name : names) {
            assertThat(type(name).properties().values())
                    .allSatisfy(property -> assertThat(fields(property.type())).isNotNegative());
        }
    }

    private static Stream<String> types(Path file) {
        try {
            return Tree.of(new ObjectMapper().readValue(file.toFile(), Object.class)).fields().keySet().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int fields(ValueType type) {
        return type instanceof Structure structure ? structure.fields().size() : 0;
    }
}
