package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.ExistingMysql.existingMysql;
import static dev.slipway.capability.database.ExistingPostgres.existingPostgres;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ExistingDatabaseTest {
    private static final Sample SHOP = Sample.with(
                    existingPostgres("main.example.com", "sg-0123456789abcdef0", "shared/postgres"),
                    existingMysql("legacy.example.com", "sg-01234567", "shared/mysql")
                            .port(3307)
                            .within("10.99.0.0/16"))
            .services(
                    Service.java("order").needs(postgres()),
                    Service.java("blog").needs(mysql()));

    private static Synthesis synthesis;

    @BeforeAll
    static void render() {
        synthesis = SHOP.render();
    }

    @Test
    void provisionsNoServer() {
        assertThat(synthesis)
                .stack("dev/database")
                .hasResources(3)
                .hasResource("AWS::SecretsManager::Secret", "shop/dev/order/database")
                .hasResource("AWS::EC2::SecurityGroupIngress", "FromPods")
                .hasResources("AWS::SSM::Parameter", 1);
    }

    @Test
    void admitsThePodsOfTheCluster() {
        assertThat(synthesis)
                .stack("dev/mysql")
                .resource("AWS::EC2::SecurityGroupIngress", "FromPods")
                .hasProperty("GroupId", "sg-01234567")
                .hasProperty("FromPort", 3307);
    }

    @Test
    void publishesTheHostUnderThePlannedName() {
        assertThat(synthesis)
                .stack("dev/database")
                .resource("AWS::SSM::Parameter")
                .hasProperty("Name", "/shop/dev/database/endpoint")
                .hasProperty("Value", "main.example.com");
    }

    @Test
    void setsUpAsTheMasterOfTheSecretThatIsNamed() {
        assertThat(SHOP.planned("order").tasks().get(0).variables())
                .contains(
                        Variable.fromSecret("PGUSER", "shared/postgres", "username", "database of order"),
                        Variable.fromSecret("PGPASSWORD", "shared/postgres", "password", "database of order"));
    }

    @Test
    void opensTheWayToWhereTheServerIs() {
        ServicePlan order = SHOP.planned("order");
        ServicePlan blog = SHOP.planned("blog");

        assertThat(order.edges())
                .contains(
                        NetworkEdge.out(new Peer.OfRange(Cidr.of("10.0.0.0/16")), 5432, "postgres", Origin.unknown()));
        assertThat(blog.edges())
                .contains(NetworkEdge.out(new Peer.OfRange(Cidr.of("10.99.0.0/16")), 3307, "mysql", Origin.unknown()));
        assertThat(blog.variables()).contains(Variable.plain("DATABASE_PORT", "3307", "mysql"));
    }
}
