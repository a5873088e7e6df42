package dev.slipway.capability.database;

import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
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

    private static Resource instance(String stack) {
        return synthesis.template(stack).resources("AWS::RDS::DBInstance").get(0);
    }

    private static String only(String stack, String type, String property) {
        return synthesis
                .template(stack)
                .resources(type)
                .get(0)
                .property(property)
                .toString();
    }

    @Test
    void runsEachEngineInAStackOfItsOwn() {
        assertThat(instance("dev/database").property("Engine").text()).isEqualTo("postgres");
        assertThat(instance("dev/database").property("EngineVersion").text()).isEqualTo("18");
        assertThat(instance("dev/database").property("DBInstanceIdentifier").text())
                .isEqualTo("shop-dev");
        assertThat(instance("dev/mysql").property("Engine").text()).isEqualTo("mysql");
        assertThat(instance("dev/mysql").property("EngineVersion").text()).isEqualTo("8.4.9");
        assertThat(instance("dev/mysql").property("DBInstanceIdentifier").text())
                .isEqualTo("shop-dev-mysql");
        assertThat(instance("dev/oracle").property("Engine").text()).isEqualTo("oracle-se2");
        assertThat(instance("dev/oracle").property("EngineVersion").text()).isEqualTo("19");
    }

    @Test
    void refusesConnectionsThatAreNotEncrypted() {
        assertThat(only("dev/database", "AWS::RDS::DBParameterGroup", "Parameters"))
                .isEqualTo("{\"log_error_verbosity\":\"terse\",\"rds.force_ssl\":\"1\"}");
        assertThat(only("dev/mysql", "AWS::RDS::DBParameterGroup", "Parameters"))
                .isEqualTo("{\"log_output\":\"FILE\",\"require_secure_transport\":\"ON\",\"slow_query_log\":\"1\"}");
        assertThat(only("dev/oracle", "AWS::RDS::OptionGroup", "OptionConfigurations"))
                .contains("\"OptionName\":\"NATIVE_NETWORK_ENCRYPTION\"")
                .contains("{\"Name\":\"SQLNET.ENCRYPTION_SERVER\",\"Value\":\"REQUIRED\"}")
                .contains("{\"Name\":\"SQLNET.ALLOW_WEAK_CRYPTO_CLIENTS\",\"Value\":\"FALSE\"}");
        assertThat(instance("dev/oracle").property("OptionGroupName").exists()).isTrue();
    }

    @Test
    void tellsOracleWhatItCannotBeToldLater() {
        Resource oracle = instance("dev/oracle");

        assertThat(oracle.property("LicenseModel").text()).isEqualTo("license-included");
        assertThat(oracle.property("DBName").text()).isEqualTo("ORCL");
        assertThat(oracle.property("CharacterSetName").text()).isEqualTo("AL32UTF8");
        assertThat(oracle.property("DBInstanceClass").text()).isEqualTo("db.t3.medium");
        assertThat(instance("dev/mysql").property("DBName").exists()).isFalse();
    }

    @Test
    void encryptsWhatIsStoredAndIsReachedFromPodsOnly() {
        for (String stack : new String[] {"dev/database", "dev/mysql", "dev/oracle"}) {
            Resource instance = instance(stack);
            assertThat(instance.property("StorageEncrypted").isTrue()).isTrue();
            assertThat(instance.property("KmsKeyId").exists()).isTrue();
            assertThat(instance.property("PubliclyAccessible").text()).isEqualTo("false");
            assertThat(instance.property("AllowMajorVersionUpgrade").exists()).isFalse();
        }
        assertThat(only("dev/mysql", "AWS::EC2::SecurityGroup", "SecurityGroupIngress"))
                .isEqualTo(
                        "[{\"Description\":\"MySQL, from pods\",\"FromPort\":3306,\"IpProtocol\":\"tcp\",\"SourceSecurityGroupId\":{\"Ref\":\"ReadShopDevClusterSecurityGroupId\"},\"ToPort\":3306}]");
        assertThat(only("dev/oracle", "AWS::EC2::SecurityGroup", "SecurityGroupIngress"))
                .contains("\"FromPort\":1521");
    }

    @Test
    void isProtectedAndKeptInProductionOnly() {
        for (String concern : new String[] {"database", "mysql", "oracle"}) {
            Resource dev = instance("dev/" + concern);
            assertThat(dev.property("DeletionProtection").text()).isEqualTo("false");
            assertThat(dev.property("MultiAZ").text()).isEqualTo("false");
            assertThat(dev.property("BackupRetentionPeriod").number()).hasValue(7L);
            assertThat(dev.tree().get("DeletionPolicy").text()).isEqualTo("Delete");
            Resource prod = instance("prod/" + concern);
            assertThat(prod.property("DeletionProtection").isTrue()).isTrue();
            assertThat(prod.property("MultiAZ").isTrue()).isTrue();
            assertThat(prod.property("BackupRetentionPeriod").number()).hasValue(30L);
            assertThat(prod.tree().get("DeletionPolicy").text()).isEqualTo("RetainExceptOnCreate");
        }
    }

    @Test
    void makesACredentialForTheMasterAndForEachServiceThatAsks() {
        assertThat(synthesis.template("dev/database").resources("AWS::SecretsManager::Secret"))
                .extracting(secret -> secret.property("Name").text() + " "
                        + secret.property("GenerateSecretString")
                                .get("SecretStringTemplate")
                                .text())
                .containsExactlyInAnyOrder(
                        "shop/dev/platform/database-master {\"username\":\"slipway\"}",
                        "shop/dev/order-desk/database {\"username\":\"order_desk\"}");
        assertThat(synthesis.template("dev/oracle").resources("AWS::SecretsManager::Secret"))
                .extracting(secret -> secret.property("Name").text() + " "
                        + secret.property("GenerateSecretString")
                                .get("SecretStringTemplate")
                                .text()
                        + " "
                        + secret.property("GenerateSecretString")
                                .get("PasswordLength")
                                .text())
                .containsExactlyInAnyOrder(
                        "shop/dev/platform/oracle-master {\"username\":\"slipway\"} 30",
                        "shop/dev/ledger/database {\"username\":\"LEDGER_APP\"} 30");
    }

    @Test
    void publishesWhereEachIs() {
        assertThat(only("dev/database", "AWS::SSM::Parameter", "Name")).isEqualTo("\"/shop/dev/database/endpoint\"");
        assertThat(only("dev/mysql", "AWS::SSM::Parameter", "Name")).isEqualTo("\"/shop/dev/mysql/endpoint\"");
        assertThat(synthesis.template("dev/mysql").resources("AWS::SSM::Parameter"))
                .singleElement()
                .satisfies(parameter -> assertThat(
                                parameter.property("Value.Fn::GetAtt").texts())
                        .containsExactly("Instance", "Endpoint.Address"));
    }

    @Test
    void rendersNothingWhereNoServiceAsks() {
        assertThat(Sample.with(rdsPostgres(), rdsMysql(), rdsOracle()).render().templates("dev"))
                .extracting(Template::concern)
                .contains("network")
                .doesNotContain("database", "mysql", "oracle");
    }
}
