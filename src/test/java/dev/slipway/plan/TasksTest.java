package dev.slipway.plan;

import static dev.slipway.plan.Answers.answers;
import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.FakeCluster.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TasksTest {
    private static final Variable SECRET = Variable.fromSecret("PASSWORD", "shop/dev/order/database", "password", "x");
    private static final Task TASK = new Task(
            "order-database",
            "acme/psql:1",
            List.of("psql"),
            Map.of(),
            List.of(SECRET),
            List.of(),
            List.of(),
            "database");
    private static final Service ORDER =
            Service.java("order").needs(ask("a database", new Binding(List.of(), List.of(), List.of(), List.of(TASK))));

    @Test
    void mayReachWhatEveryPodNeeds() {
        NetworkEdge names = NetworkEdge.out(
                new NetworkEdge.Peer.OfRange(Cidr.host("172.20.0.10")), 53, "necessity: names", Origin.unknown());
        Environment dev = Environment.named("dev").with(cluster(names), answers());
        EnvironmentPlan plan = Planning.plan(dev, ORDER).environments().get(0);
        assertThat(plan.services().get(0).tasks()).singleElement().satisfies(task -> assertThat(task.edges())
                .containsExactly(names));
    }

    @Test
    void readTheirSecretsAsThemselves() {
        assertThat(Planning.dev(List.of(), ORDER).secretReaders())
                .containsExactly(new SecretReader("order-database", List.of(), List.of("shop/dev/order/database")));
    }

    @Test
    void shareNoNameWithAService() {
        Service clash = Service.java("order-database");
        Environment dev = Environment.named("dev").with(cluster(), answers());
        assertThat(Planning.plan(dev, ORDER, clash).problems())
                .containsExactly(Problem.error(
                        "service/task-name",
                        clash.origin(),
                        "The name (order-database) of a service is also that of a task of service order (database); their objects would be one.",
                        "rename the service."));
        assertThat(Planning.plan(dev, ORDER, Service.java("order-databases")).problems())
                .isEmpty();
    }
}
