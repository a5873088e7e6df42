package dev.slipway.plan.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.NetworkEdge.Protocol;
import dev.slipway.platform.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {
    private static final Variable A = Variable.plain("A", "1", "asks");
    private static final Variable B = Variable.plain("B", "2", "asks");
    private static final Grant READ = Grant.allow(List.of("s3:GetObject"), Arn.of("arn:b"), "asks");
    private static final Grant WRITE = Grant.allow(List.of("s3:PutObject"), Arn.of("arn:b"), "asks");
    private static final NetworkEdge OUT =
            NetworkEdge.out(new Peer.OfHost("api.example.com"), 443, "asks", Origin.unknown());
    private static final NetworkEdge IN =
            NetworkEdge.in(new Peer.OfRange(Cidr.of("10.0.0.0/8")), 8080, "asked", Origin.unknown());

    @Nested
    class OfTwo {
        @Test
        void hasWhatEitherHasOnceAndInOrder() {
            Binding first = new Binding(List.of(B), List.of(WRITE), List.of(OUT));
            Binding second = new Binding(List.of(A, B), List.of(READ, WRITE), List.of(OUT, IN));
            assertThat(first.and(second)).isEqualTo(new Binding(List.of(B, A), List.of(WRITE, READ), List.of(OUT, IN)));
        }

        @Test
        void isTheOtherWhereOneIsNothing() {
            Binding binding = new Binding(List.of(A), List.of(READ), List.of(IN));
            assertThat(Binding.NOTHING.and(binding)).isEqualTo(binding);
            assertThat(binding.and(Binding.NOTHING)).isEqualTo(binding);
        }

        @Test
        void canBeMadeOfOneKind() {
            assertThat(Binding.ofVariables(A, B).and(Binding.ofGrants(READ)).and(Binding.ofEdges(IN)))
                    .isEqualTo(new Binding(List.of(A, B), List.of(READ), List.of(IN)));
        }
    }

    @Nested
    class OfOneKind {
        private static final GeneratedSecret SECRET =
                new GeneratedSecret("order.kafka.user", Map.of("username", "order"), List.of("password"), "kafka");
        private static final Task TASK = new Task(
                "order-database", "psql:18", List.of("psql"), Map.of(), List.of(), List.of(), List.of(), "postgres");
        private static final ConfigFile FILE = ConfigFile.in("/etc/app", "limits.yaml", "limit: 1", "files");

        @Test
        void holdsNothingElse() {
            assertThat(Binding.ofSecrets(SECRET).secrets()).containsExactly(SECRET);
            assertThat(Binding.ofTasks(TASK).tasks()).containsExactly(TASK);
            assertThat(Binding.ofFiles(FILE).files()).containsExactly(FILE);
            assertThat(Binding.ofFiles(FILE).and(Binding.ofTasks(TASK)).and(Binding.ofSecrets(SECRET)))
                    .isEqualTo(new Binding(
                            List.of(), List.of(), List.of(), List.of(TASK), List.of(FILE), List.of(), List.of(SECRET)));
        }

        @Test
        void ofASecretGivesVariablesFromItsKeys() {
            assertThat(SECRET.variable("KAFKA_PASSWORD", "password"))
                    .isEqualTo(new Variable(
                            "KAFKA_PASSWORD",
                            new Variable.Source.FromClusterSecret("order.kafka.user", "password"),
                            "kafka"));
        }
    }

    @Nested
    class OfGrants {
        @Test
        void areSortedAndNamedOnce() {
            Grant grant = new Grant(
                    List.of("s3:PutObject", "s3:GetObject", "s3:PutObject"),
                    List.of(Arn.of("arn:b"), Arn.of("arn:a"), Arn.of("arn:b")),
                    "asks");
            assertThat(grant.actions()).containsExactly("s3:GetObject", "s3:PutObject");
            assertThat(grant.resources()).containsExactly(Arn.of("arn:a"), Arn.of("arn:b"));
        }

        @Test
        void mayReachWhatIsKnownOnlyWhenDeployed() {
            Parameter path = new Parameter("/shop/dev/streaming/path", Parameter.Type.TEXT);
            Arn arn = Arn.of("arn:aws:kafka:::topic/{}/order", path);
            assertThat(arn.parameter()).contains(path);
            assertThat(arn.pattern()).contains(Arn.HOLE);
            assertThat(Arn.of("arn:a").parameter()).isEmpty();
        }
    }

    @Nested
    class OfEdges {
        @Test
        void areTcpUnlessTheySayOtherwise() {
            assertThat(OUT)
                    .isEqualTo(new NetworkEdge(
                            Direction.OUT,
                            new Peer.OfHost("api.example.com"),
                            443,
                            Protocol.TCP,
                            "asks",
                            Origin.unknown()));
            assertThat(IN.direction()).isEqualTo(Direction.IN);
            assertThat(IN.protocol()).isEqualTo(Protocol.TCP);
        }

        @Test
        void keepTheLabelsOfPodsInOrderAndForThemselves() {
            Map<String, String> labels = new LinkedHashMap<>(Map.of("b", "2"));
            labels.put("a", "1");
            Peer.OfPods pods = new Peer.OfPods("monitoring", labels);
            labels.clear();
            assertThat(pods.labels().keySet()).containsExactly("a", "b");
            assertThatThrownBy(() -> pods.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void copiesItsLists() {
        List<Variable> variables = new ArrayList<>(List.of(A));
        List<Grant> grants = new ArrayList<>(List.of(READ));
        List<NetworkEdge> edges = new ArrayList<>(List.of(OUT));
        Binding binding = new Binding(variables, grants, edges);
        variables.clear();
        grants.clear();
        edges.clear();
        assertThat(binding).isEqualTo(new Binding(List.of(A), List.of(READ), List.of(OUT)));
        assertThatThrownBy(() -> binding.edges().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, String, false",
        "VPC, AWS::EC2::VPC::Id, false",
        "SECURITY_GROUP, AWS::EC2::SecurityGroup::Id, false",
        "SUBNETS, List<AWS::EC2::Subnet::Id>, true"
    })
    void parametersHaveTheTypesOfCloudFormation(Parameter.Type type, String valueType, boolean isList) {
        assertThat(type.valueType()).isEqualTo(valueType);
        assertThat(type.isList()).isEqualTo(isList);
    }
}
