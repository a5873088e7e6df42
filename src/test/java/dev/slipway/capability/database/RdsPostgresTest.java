package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RdsPostgresTest {
    private static final Sample SHOP = Sample.with(rdsPostgres().storage(50))
            .services(Service.java("order-desk").needs(postgres()), Service.java("web"));

    private static Synthesis synthesis;

    @BeforeAll
    static void render() {
        synthesis = SHOP.render();
    }

    @Nested
    class Instance {
        private static ResourceAssert instance(String environment) {
            return assertThat(synthesis).environment(environment).resource("AWS::RDS::DBInstance");
        }

        private static StackAssert database() {
            return assertThat(synthesis).stack("prod/database");
        }

        @Test
        void isEncryptedPrivateAndSpeaksTlsOnly() {
            instance("prod").hasProperty("StorageEncrypted", true).hasProperty("PubliclyAccessible", false);
            database()
                    .resource("AWS::RDS::DBParameterGroup")
                    .hasProperty("Parameters", Map.of("log_error_verbosity", "terse", "rds.force_ssl", "1"));
        }

        @Test
        void standsByInASecondZoneAndIsProtectedInProduction() {
            instance("prod")
                    .hasProperty("MultiAZ", true)
                    .hasProperty("DeletionProtection", true)
                    .hasProperty("BackupRetentionPeriod", 30)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            instance("dev")
                    .hasProperty("MultiAZ", false)
                    .hasProperty("DeletionProtection", false)
                    .isDeletedWithItsStack();
        }

        @Test
        void standsByElsewhereWhenAskedTo() {
            Synthesis asked = Sample.with(rdsPostgres().multiZone())
                    .services(Service.java("order").needs(postgres()))
                    .renderDev();

            assertThat(asked)
                    .environment("dev")
                    .resource("AWS::RDS::DBInstance")
                    .hasProperty("MultiAZ", true);
        }

        @Test
        void takesItsMasterFromASecretUnderAPlannedName() {
            String secret = "AWS::SecretsManager::Secret";

            instance("prod")
                    .refersTo("MasterUserPassword", secret, "shop/prod/platform/database-master")
                    .hasProperty("MasterUserPassword.Fn::Join.1.0", "{{resolve:secretsmanager:")
                    .hasProperty("MasterUserPassword.Fn::Join.1.2", ":SecretString:password::}}");
            assertThat(synthesis)
                    .environment("prod")
                    .resources(secret)
                    .areNamed("shop/prod/platform/database-master", "shop/prod/order-desk/database");
        }

        @Test
        void growsItsStorage() {
            instance("prod").hasProperty("AllocatedStorage", "50").hasProperty("MaxAllocatedStorage", 250);
        }

        @Test
        void publishesItsAddress() {
            database()
                    .resource("AWS::SSM::Parameter")
                    .hasProperty("Name", "/shop/prod/database/endpoint")
                    .hasText("Value", "${prod/database/Instance/Endpoint.Address}");
        }

        @Test
        void isReachedByPodsOnItsPortAlone() {
            database()
                    .resource("AWS::EC2::SecurityGroup")
                    .property("SecurityGroupIngress")
                    .extracting("FromPort", "SourceSecurityGroupId.Ref")
                    .hasItems(List.of(5432, "ReadShopProdClusterSecurityGroupId"));
            assertThat(synthesis)
                    .environment("prod")
                    .service("order-desk")
                    .canReach("AWS::RDS::DBInstance", 5432)
                    .cannotReach("AWS::RDS::DBInstance", 22);
            assertThat(synthesis).environment("prod").service("web").cannotReach("AWS::RDS::DBInstance", 5432);
        }
    }

    @Nested
    class Need {
        private final ServicePlan plan = SHOP.planned("order-desk");

        @Test
        void becomesVariablesAndASecretOfTheServicesOwn() {
            assertThat(plan.variables())
                    .filteredOn(variable -> variable.name().startsWith("DATABASE_"))
                    .extracting(Variable::name, variable -> variable.source().toString())
                    .hasSize(7)
                    .contains(
                            tuple(
                                    "DATABASE_PASSWORD",
                                    "FromSecret[secret=shop/dev/order-desk/database, property=password]"),
                            tuple("DATABASE_NAME", "Plain[value=order_desk]"));
        }

        @Test
        void becomesATaskThatMakesDatabaseAndRole() {
            assertThat(plan.tasks()).singleElement().satisfies(task -> {
                assertThat(task.name()).isEqualTo("order-desk-database");
                assertThat(task.command())
                        .containsExactly("psql", "--no-psqlrc", "--dbname=postgres", "--file=/etc/slipway/setup.sql");
                assertThat(task.files()).containsOnlyKeys("ca.pem", "setup.sql");
                assertThat(task.variables())
                        .extracting(Variable::name)
                        .containsExactlyInAnyOrder(
                                "PGHOST",
                                "PGPORT",
                                "PGSSLMODE",
                                "PGSSLROOTCERT",
                                "PGUSER",
                                "PGPASSWORD",
                                "SERVICE_DATABASE",
                                "SERVICE_USERNAME",
                                "SERVICE_PASSWORD");
            });
        }

        @Test
        void namesNoSecretValueInItsTask() {
            assertThat(plan.tasks())
                    .flatExtracting(Task::variables)
                    .filteredOn(variable -> variable.name().endsWith("PASSWORD"))
                    .hasSize(2)
                    .allMatch(variable -> variable.source() instanceof Variable.Source.FromSecret);
        }

        @Test
        void isNothingToAServiceWithoutIt() {
            assertThat(SHOP.planned("web").tasks()).isEmpty();
            assertThat(SHOP.planned("web").variables())
                    .noneMatch(variable -> variable.name().startsWith("DATABASE_"));
        }
    }

    @Nested
    class Problems {
        @Test
        void refusesAnInstanceClassThatRdsDoesNotKnow() {
            assertThat(Sample.with(rdsPostgres().instanceClass("m7g.large")).problems())
                    .contains(
                            "database/instance-class: The instance class (m7g.large) of RDS must be one such as db.t4g.small. Fix: choose instanceClass(\"db.t4g.small\").");
            assertThat(Sample.with(rdsPostgres().instanceClass("db.m7g.large")).problems())
                    .noneMatch(problem -> problem.startsWith("database/"));
        }

        @Test
        void refusesStorageBelowAndAboveWhatRdsHas() {
            assertThat(Sample.with(rdsPostgres().storage(19)).problems())
                    .contains(
                            "database/storage: The storage (19 GiB) of RDS must be 20 to 13107 GiB. Fix: choose storage(20).");
            assertThat(Sample.with(rdsPostgres().storage(13_108)).problems())
                    .anyMatch(problem -> problem.startsWith("database/storage"));
            assertThat(Sample.with(rdsPostgres().storage(13_107)).problems())
                    .noneMatch(problem -> problem.startsWith("database/"));
        }
    }

    @Test
    void isNotMadeWhereNobodyNeedsADatabase() {
        assertThat(Sample.with(rdsPostgres()).render())
                .environment("prod")
                .resources("AWS::RDS::DBInstance")
                .areNone();
    }
}
