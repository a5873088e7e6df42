package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Parameter;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseBindingTest {
    private static final Sample SHOP = Sample.with(
                    rdsPostgres().readReplicas(1), rdsMysql(), rdsOracle().databaseName("BOOKS"))
            .services(
                    Service.java("order-desk").needs(postgres()),
                    Service.java("blog-posts").needs(mysql()),
                    Service.java("order").needs(oracle()),
                    Service.java("front"));

    private static List<Variable> ofDatabase(String service) {
        return SHOP.planned(service).variables().stream()
                .filter(variable -> variable.name().startsWith("DATABASE_"))
                .toList();
    }

    private static Parameter parameter(String name) {
        return new Parameter("/shop/dev/" + name, Parameter.Type.TEXT);
    }

    @Test
    void tellsAServiceWhereItsPostgresIs() {
        String secret = "shop/dev/order-desk/database";
        assertThat(ofDatabase("order-desk"))
                .containsExactlyInAnyOrder(
                        Variable.from("DATABASE_HOST", parameter("database/endpoint"), "postgres"),
                        Variable.from("DATABASE_READER_HOST", parameter("database/reader-endpoint"), "postgres"),
                        Variable.plain("DATABASE_PORT", "5432", "postgres"),
                        Variable.plain("DATABASE_NAME", "order_desk", "postgres"),
                        Variable.plain("DATABASE_SSL_MODE", "verify-full", "postgres"),
                        Variable.plain("DATABASE_SSL_ROOT_CERT", "/etc/slipway/database/ca.pem", "postgres"),
                        Variable.fromSecret("DATABASE_USERNAME", secret, "username", "postgres"),
                        Variable.fromSecret("DATABASE_PASSWORD", secret, "password", "postgres"));
    }

    @Test
    void tellsAServiceWhereItsMySqlIs() {
        assertThat(ofDatabase("blog-posts"))
                .contains(
                        Variable.from("DATABASE_HOST", parameter("mysql/endpoint"), "mysql"),
                        Variable.plain("DATABASE_PORT", "3306", "mysql"),
                        Variable.plain("DATABASE_NAME", "blog_posts", "mysql"),
                        Variable.plain("DATABASE_SSL_MODE", "VERIFY_IDENTITY", "mysql"),
                        Variable.plain("DATABASE_SSL_ROOT_CERT", "/etc/slipway/database/ca.pem", "mysql"));
    }

    /** ORDER is a word of Oracle's own. */
    @Test
    void tellsAServiceWhichSchemaItHasInOracle() {
        assertThat(ofDatabase("order"))
                .contains(
                        Variable.plain("DATABASE_NAME", "BOOKS", "oracle"),
                        Variable.plain("DATABASE_SCHEMA", "ORDER_APP", "oracle"),
                        Variable.plain("DATABASE_PORT", "1521", "oracle"))
                .noneMatch(variable -> variable.name().equals("DATABASE_SSL_MODE"));
    }

    @Test
    void opensTheWayToTheIsolatedSubnetsForServiceAndSetUp() {
        ServicePlan blog = SHOP.planned("blog-posts");
        NetworkEdge edge = NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 3306, "mysql", Origin.unknown());

        assertThat(blog.edges()).contains(edge);
        assertThat(blog.tasks().get(0).edges()).contains(edge);
        assertThat(SHOP.planned("front").edges())
                .noneMatch(other -> other.reason().equals("mysql"));
        assertThat(SHOP.planned("front").tasks()).isEmpty();
    }

    @Test
    void setsUpMySqlOverTlsAsItsMaster() {
        Task task = SHOP.planned("blog-posts").tasks().get(0);

        assertThat(task.name()).isEqualTo("blog-posts-database");
        assertThat(task.command())
                .containsExactly(
                        "sh",
                        "/etc/slipway/setup.sh",
                        "mysql",
                        "--no-defaults",
                        "--ssl-mode=VERIFY_IDENTITY",
                        "--ssl-ca=/etc/slipway/ca.pem");
        assertThat(task.variables())
                .contains(
                        Variable.fromSecret(
                                "MYSQL_PWD", "shop/dev/platform/mysql-master", "password", "database of blog-posts"),
                        Variable.plain("SERVICE_DATABASE", "blog_posts", "database of blog-posts"));
    }

    /** It cannot be run here, so what it says is held. */
    @Test
    void setsUpOracleWithASchemaThatMayDoOnlyWhatOwnersDo() {
        Task task = SHOP.planned("order").tasks().get(0);

        assertThat(task.files()).containsOnlyKeys("setup.sh", "setup.sql");
        assertThat(task.files().get("setup.sql"))
                .contains("IF existing = 0 THEN", "QUOTA UNLIMITED ON users", "GRANT CREATE SESSION")
                .doesNotContain("DBA", " ANY ");
        assertThat(task.files().get("setup.sh")).contains("sqlplus -L -S /nolog", "cat /etc/slipway/setup.sql");
        assertThat(task.variables()).contains(Variable.plain("SERVER_DATABASE", "BOOKS", "database of order"));
    }
}
