package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static dev.slipway.platform.operation.NamespaceQuota.quota;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Sizing.Resources;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FilesAndQuotaTest {
    private static final ConfigFile CERTIFICATES =
            ConfigFile.in("/etc/slipway/rds", "ca.pem", "certificate", "postgres");
    private static final ConfigFile LIMITS = ConfigFile.in("/etc/app", "limits.yaml", "limit: 1", "limits");

    /** Gives every service a file and a variable. */
    @Declares
    record Mounts(Origin origin) implements Planned {
        @Override
        public Binding bindEvery(Service service, Place place) {
            return Binding.ofFiles(LIMITS);
        }
    }

    @Nested
    class Files {
        @Test
        void areInTheOrderOfTheirPathsAndEachOnce() {
            Service order = Service.java("order")
                    .needs(ask("a", Binding.ofFiles(CERTIFICATES)), ask("b", Binding.ofFiles(CERTIFICATES)));
            List<Choice> choices = List.of(new Mounts(Origin.unknown()));
            assertThat(Planning.dev(choices, order).services().get(0).files()).containsExactly(LIMITS, CERTIFICATES);
        }

        @Test
        void ofOnePathHaveOneText() {
            ConfigFile other = ConfigFile.in("/etc/slipway/rds", "ca.pem", "another", "mysql");
            Service order = Service.java("order")
                    .needs(ask("a", Binding.ofFiles(CERTIFICATES)), ask("b", Binding.ofFiles(other)));
            Plan plan = Planning.plan(Environment.named("dev").with(cluster(), answers()), order);
            assertThat(plan.problems())
                    .extracting(Problem::rule)
                    .isNotEmpty()
                    .allMatch(rule -> rule.startsWith("file/"));
        }
    }

    @Test
    void secretsThatSeveralServicesShareAreMadeOnce() {
        GeneratedSecret shared = new GeneratedSecret("kafka.user", Map.of(), List.of("password"), "kafka");
        Binding secret = Binding.ofSecrets(shared);
        EnvironmentPlan dev = Planning.dev(
                List.of(),
                Service.java("order").needs(ask("a", secret)),
                Service.java("payment").needs(ask("b", secret)));
        assertThat(dev.generatedSecrets()).containsExactly(shared);
    }

    @Nested
    class Quotas {
        private static final Task TASK = new Task(
                "order-database", "psql:18", List.of("psql"), Map.of(), List.of(), List.of(), List.of(), "postgres");
        private static final Service ORDER = Service.java("order").needs(ask("a", Binding.ofTasks(TASK)));

        private static Plan plan(int pods) {
            Resources plenty = new Resources(100_000, 100_000);
            Environment dev =
                    Environment.named("dev").with(cluster(), answers(), Sizing.SMALL, quota(pods, plenty, plenty));
            return Planning.plan(dev, ORDER);
        }

        @Test
        void holdEveryServiceWhileItIsRolledOutAndItsTasks() {
            int most =
                    Planning.dev(List.of(Sizing.SMALL), ORDER).services().get(0).mostPods() + 1;
            assertThat(plan(most).problems()).isEmpty();
            assertThat(plan(most - 1).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.rule()).isEqualTo("sizing/quota");
                assertThat(problem.what())
                        .contains("(%s pods,".formatted(most - 1), "rolled out (%s pods,".formatted(most));
            });
        }
    }
}
