package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three engines side by side, each with what it gets unless told otherwise. */
class RdsInstancesTest {
    private static Synthesis synthesis;

    @BeforeAll
    static void render() {
        synthesis = Sample.with(rdsPostgres(), rdsMysql(), rdsOracle())
                .services(
                        Service.java("order-desk").needs(postgres()),
                        Service.java("blog").needs(mysql()),
                        Service.java("ledger").needs(oracle()),
                        Service.java("front"))
                .render();
    }

    private static StackAssert stack(String path) {
        return assertThat(synthesis).stack(path);
    }

    private static ResourceAssert instance(String stack) {
        return stack(stack).resource("AWS::RDS::DBInstance");
    }

    @Test
    void runsEachEngineInAStackOfItsOwn() {
        instance("dev/database")
                .hasProperty("Engine", "postgres")
                .hasProperty("EngineVersion", "18")
                .hasProperty("DBInstanceIdentifier", "shop-dev");
        instance("dev/mysql")
                .hasProperty("Engine", "mysql")
                .hasProperty("EngineVersion", "8.4.9")
                .hasProperty("DBInstanceIdentifier", "shop-dev-mysql");
        instance("dev/oracle").hasProperty("Engine", "oracle-se2").hasProperty("EngineVersion", "19");
    }

    @Test
    void refusesConnectionsThatAreNotEncrypted() {
        stack("dev/database")
                .resource("AWS::RDS::DBParameterGroup")
                .hasProperty("Parameters", Map.of("log_error_verbosity", "terse", "rds.force_ssl", "1"));
        stack("dev/mysql")
                .resource("AWS::RDS::DBParameterGroup")
                .hasProperty(
                        "Parameters",
                        Map.of("log_output", "FILE", "require_secure_transport", "ON", "slow_query_log", "1"));
        stack("dev/oracle")
                .resource("AWS::RDS::OptionGroup")
                .hasProperty("OptionConfigurations.0.OptionName", "NATIVE_NETWORK_ENCRYPTION")
                .property("OptionConfigurations.0.OptionSettings")
                .hasItem(Map.of("Name", "SQLNET.ENCRYPTION_SERVER", "Value", "REQUIRED"))
                .hasItem(Map.of("Name", "SQLNET.ALLOW_WEAK_CRYPTO_CLIENTS", "Value", "FALSE"));
        instance("dev/oracle").refersTo("OptionGroupName", "AWS::RDS::OptionGroup");
    }

    @Test
    void tellsOracleWhatItCannotBeToldLater() {
        instance("dev/oracle")
                .hasProperty("LicenseModel", "license-included")
                .hasProperty("DBName", "ORCL")
                .hasProperty("CharacterSetName", "AL32UTF8")
                .hasProperty("DBInstanceClass", "db.t3.medium");
        instance("dev/mysql").doesNotHaveProperty("DBName");
    }

    @Test
    void encryptsWhatIsStoredAndIsReachedFromPodsOnly() {
        for (String stack : List.of("dev/database", "dev/mysql", "dev/oracle")) {
            instance(stack)
                    .hasProperty("StorageEncrypted", true)
                    .refersTo("KmsKeyId", "AWS::KMS::Key")
                    .hasProperty("PubliclyAccessible", false)
                    .doesNotHaveProperty("AllowMajorVersionUpgrade");
        }
        stack("dev/mysql")
                .resource("AWS::EC2::SecurityGroup")
                .property("SecurityGroupIngress")
                .is(ofYaml("""
                        - Description: MySQL, from pods
                          IpProtocol: tcp
                          FromPort: 3306
                          ToPort: 3306
                          SourceSecurityGroupId: { Ref: ReadShopDevClusterSecurityGroupId }
                        """));
        stack("dev/oracle")
                .resource("AWS::EC2::SecurityGroup")
                .property("SecurityGroupIngress")
                .extracting("FromPort")
                .hasItems(1521);
    }

    @Test
    void isProtectedAndKeptInProductionOnly() {
        for (String concern : List.of("database", "mysql", "oracle")) {
            instance("dev/" + concern)
                    .hasProperty("DeletionProtection", false)
                    .hasProperty("MultiAZ", false)
                    .hasProperty("BackupRetentionPeriod", 7)
                    .isDeletedWithItsStack();
            instance("prod/" + concern)
                    .hasProperty("DeletionProtection", true)
                    .hasProperty("MultiAZ", true)
                    .hasProperty("BackupRetentionPeriod", 30)
                    .hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
        }
    }

    @Test
    void makesACredentialForTheMasterAndForEachServiceThatAsks() {
        stack("dev/database")
                .resources("AWS::SecretsManager::Secret")
                .extracting("Name", "GenerateSecretString.SecretStringTemplate")
                .hasItemsInAnyOrder(
                        List.of("shop/dev/platform/database-master", "{\"username\":\"slipway\"}"),
                        List.of("shop/dev/order-desk/database", "{\"username\":\"order_desk\"}"));
        stack("dev/oracle")
                .resources("AWS::SecretsManager::Secret")
                .extracting("Name", "GenerateSecretString.SecretStringTemplate", "GenerateSecretString.PasswordLength")
                .hasItemsInAnyOrder(
                        List.of("shop/dev/platform/oracle-master", "{\"username\":\"slipway\"}", 30),
                        List.of("shop/dev/ledger/database", "{\"username\":\"LEDGER_APP\"}", 30));
    }

    @Test
    void publishesWhereEachIs() {
        stack("dev/database")
                .resources("AWS::SSM::Parameter")
                .extracting("Name")
                .hasItems("/shop/dev/database/endpoint");
        stack("dev/mysql")
                .resource("AWS::SSM::Parameter")
                .hasProperty("Name", "/shop/dev/mysql/endpoint")
                .hasText("Value", "${dev/mysql/Instance/Endpoint.Address}");
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(rdsPostgres(), rdsMysql(), rdsOracle()).render())
                .doesNotHaveStack("dev/database")
                .doesNotHaveStack("dev/mysql")
                .doesNotHaveStack("dev/oracle")
                .stack("dev/network");
    }
}
