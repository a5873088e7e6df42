package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.ExistingMysql.existingMysql;
import static dev.slipway.capability.database.ExistingPostgres.existingPostgres;
import static dev.slipway.capability.database.Resources.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
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
        Template database = synthesis.template("dev/database");

        assertThat(database.resources())
                .extracting(Resource::type)
                .containsExactlyInAnyOrder(
                        "AWS::SecretsManager::Secret", "AWS::EC2::SecurityGroupIngress", "AWS::SSM::Parameter");
        assertThat(database.resources("AWS::SecretsManager::Secret")
                        .get(0)
                        .property("Name")
                        .text())
                .isEqualTo("shop/dev/order/database");
    }

    @Test
    void admitsThePodsOfTheCluster() {
        assertThat(resource(synthesis.template("dev/mysql"), "FromPods")
                        .property("GroupId")
                        .text())
                .isEqualTo("sg-01234567");
        assertThat(resource(synthesis.template("dev/mysql"), "FromPods")
                        .property("FromPort")
                        .number())
                .hasValue(3307L);
    }

    @Test
    void publishesTheHostUnderThePlannedName() {
        Resource parameter = synthesis
                .template("dev/database")
                .resources("AWS::SSM::Parameter")
                .get(0);

        assertThat(parameter.property("Name").text()).isEqualTo("/shop/dev/database/endpoint");
        assertThat(parameter.property("Value").text()).isEqualTo("main.example.com");
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
