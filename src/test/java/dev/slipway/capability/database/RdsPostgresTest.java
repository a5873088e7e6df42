package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.util.List;
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
        private final Resource production = instance("prod");
        private final Resource development = instance("dev");

        @Test
        void isEncryptedPrivateAndSpeaksTlsOnly() {
            assertThat(production.property("StorageEncrypted").isTrue()).isTrue();
            assertThat(production.property("PubliclyAccessible").text()).isEqualTo("false");
            assertThat(synthesis
                            .resources("prod", "AWS::RDS::DBParameterGroup")
                            .get(0)
                            .property("Parameters"))
                    .hasToString("{\"log_error_verbosity\":\"terse\",\"rds.force_ssl\":\"1\"}");
        }

        @Test
        void standsByInASecondZoneAndIsProtectedInProduction() {
            assertThat(production.property("MultiAZ").isTrue()).isTrue();
            assertThat(production.property("DeletionProtection").isTrue()).isTrue();
            assertThat(production.property("BackupRetentionPeriod").number()).contains(30L);
            assertThat(production.tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
            assertThat(development.property("MultiAZ").isTrue()).isFalse();
            assertThat(development.property("DeletionProtection").isTrue()).isFalse();
            assertThat(development.tree().get("DeletionPolicy").text()).isEqualTo("Delete");
        }

        @Test
        void standsByElsewhereWhenAskedTo() {
            Synthesis asked = Sample.with(rdsPostgres().multiZone())
                    .services(Service.java("order").needs(postgres()))
                    .renderDev();
            assertThat(asked.resources("dev", "AWS::RDS::DBInstance")
                            .get(0)
                            .property("MultiAZ")
                            .isTrue())
                    .isTrue();
        }

        @Test
        void takesItsMasterFromASecretUnderAPlannedName() {
            assertThat(production.property("MasterUserPassword").toString())
                    .contains("{{resolve:secretsmanager:", ":SecretString:password::}}");
            assertThat(secretNames("prod"))
                    .containsExactlyInAnyOrder("shop/prod/platform/database-master", "shop/prod/order-desk/database");
        }

        @Test
        void growsItsStorage() {
            assertThat(production.property("AllocatedStorage").text()).isEqualTo("50");
            assertThat(production.property("MaxAllocatedStorage").number()).contains(250L);
        }

        @Test
        void publishesItsAddress() {
            assertThat(synthesis.template("prod/database").resources("AWS::SSM::Parameter"))
                    .singleElement()
                    .satisfies(parameter -> {
                        assertThat(parameter.property("Name").text()).isEqualTo("/shop/prod/database/endpoint");
                        assertThat(parameter.property("Value.Fn::GetAtt").texts())
                                .containsExactly("Instance", "Endpoint.Address");
                    });
        }

        @Test
        void isReachedByPodsOnItsPortAlone() {
            assertThat(synthesis
                            .template("prod/database")
                            .resources("AWS::EC2::SecurityGroup")
                            .get(0)
                            .property("SecurityGroupIngress")
                            .items())
                    .singleElement()
                    .satisfies(rule -> {
                        assertThat(rule.get("FromPort").number()).contains(5432L);
                        assertThat(rule.at("SourceSecurityGroupId.Ref").text())
                                .isEqualTo("ReadShopProdClusterSecurityGroupId");
                    });
        }

        private static Resource instance(String environment) {
            List<Resource> instances = synthesis.resources(environment, "AWS::RDS::DBInstance");
            assertThat(instances).hasSize(1);
            return instances.get(0);
        }

        private static List<String> secretNames(String environment) {
            return synthesis.resources(environment, "AWS::SecretsManager::Secret").stream()
                    .map(secret -> secret.property("Name").text())
                    .toList();
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
        assertThat(Sample.with(rdsPostgres()).render().resources("prod", "AWS::RDS::DBInstance"))
                .isEmpty();
    }
}
