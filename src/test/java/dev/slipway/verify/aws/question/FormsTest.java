package dev.slipway.verify.aws.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FormsTest {
    private static final Siblings NONE = new Siblings() {
        @Override
        public Stream<Tree> properties(String type) {
            return Stream.of();
        }

        @Override
        public Stream<Known> known(String type) {
            return Stream.of();
        }

        @Override
        public String id() {
            return "sg-1";
        }
    };

    @Test
    void readsAPolicyHoweverItIsWritten() {
        Tree declared = Tree.of(Map.of(
                "Version",
                "2012-10-17",
                "Statement",
                List.of(
                        Map.of("Effect", "Allow", "Action", List.of("s3:PutObject", "s3:GetObject"), "Resource", "a"),
                        Map.of("Effect", "Allow", "Action", "logs:PutLogEvents", "Resource", LOGS + ":*"))));
        Tree encoded = Tree.of(
                "%7B%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22logs%3APutLogEvents%22%2C"
                        + "%22Resource%22%3A%22" + LOGS
                        + "%22%7D%2C%7B%22Effect%22%3A%22Allow%22%2C%22Resource%22%3A%22a%22%2C"
                        + "%22Action%22%3A%5B%22s3%3AGetObject%22%2C%22s3%3APutObject%22%5D%7D%5D%7D");

        assertThat(Forms.policy(encoded)).isEqualTo(Forms.policy(declared));
        assertThat(Forms.policy(declared).items()).hasSize(2);
    }

    private static final String LOGS = "arn:aws:logs:eu-central-1:111122223333:log-group:shop";

    @Test
    void takesTextsNumbersAndTruthValuesForOne() {
        assertThat(Forms.texts(Tree.of(List.of(1, true)))).isEqualTo(Forms.texts(Tree.of(List.of("1", "true"))));
        assertThat(Forms.decimal(Tree.of("0.50"))).isEqualTo(Forms.decimal(Tree.of(0.5)));
        assertThat(Forms.enabled(Tree.of("enabling"))).isEqualTo(Forms.enabled(Tree.of(true)));
        assertThat(Forms.size(Tree.of(List.of("a", "b")))).isEqualTo(Forms.size(Tree.of(2)));
    }

    @Test
    void knowsWhatMayGrowAndWhichVersionsAreAlike() {
        Field version = Field.same("EngineVersion").version();
        Field storage = Field.same("AllocatedStorage").atLeast();

        assertThat(version.like().apply(Tree.of("18"), Tree.of("18.4"))).isTrue();
        assertThat(version.like().apply(Tree.of("1"), Tree.of("18.4"))).isFalse();
        assertThat(storage.like().apply(Tree.of("20"), Tree.of("35"))).isTrue();
        assertThat(storage.like().apply(Tree.of("20"), Tree.of("10"))).isFalse();
    }

    @Test
    void readsRulesOfSecurityGroupsInBothWays() {
        Field ingress = field("SecurityGroupIngress");
        Tree declared = ingress.declared()
                .apply(
                        Tree.of(Map.of(
                                "SecurityGroupIngress",
                                List.of(Map.of(
                                        "IpProtocol", "tcp", "FromPort", 443, "ToPort", 443, "CidrIp", "10.0.0.0/8")))),
                        NONE);
        Tree found = Tree.of(List.of(Map.of(
                "IpProtocol",
                "tcp",
                "FromPort",
                443,
                "ToPort",
                443,
                "IpRanges",
                List.of(Map.of("CidrIp", "10.0.0.0/8")))));

        assertThat(ingress.form().apply(declared).texts()).containsExactly("tcp 443 from 10.0.0.0/8");
        assertThat(ingress.form().apply(found)).isEqualTo(ingress.form().apply(declared));
    }

    @Test
    void expectsWhatAwsAddsToAGroupThatSaysNothingOfEgress() {
        Field egress = field("SecurityGroupEgress");
        Tree found = Tree.of(List.of(Map.of("IpProtocol", "-1", "IpRanges", List.of(Map.of("CidrIp", "0.0.0.0/0")))));

        assertThat(egress.form().apply(found))
                .isEqualTo(egress.form().apply(egress.declared().apply(Tree.of(Map.of()), NONE)));
    }

    private static Field field(String name) {
        return Questions.about("AWS::EC2::SecurityGroup").orElseThrow().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
