package dev.slipway.capability.database.rds;

import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.CfnOptionGroup;
import software.amazon.awscdk.services.rds.CfnOptionGroup.OptionConfigurationProperty;
import software.amazon.awscdk.services.rds.CfnOptionGroup.OptionSettingProperty;

/**
 * What only Oracle is told, and what it cannot be told later.
 *
 * @param databaseName its SID, at most eight characters
 * @param characterSet in which it stores text
 */
public record OracleSettings(String databaseName, String characterSet) {
    void apply(CfnDBInstance.Builder instance, EnvironmentStack stack, RdsSettings settings) {
        instance.licenseModel("license-included")
                .optionGroupName(encryption(stack, settings).getRef());
        if (settings.snapshot().isEmpty()) {
            instance.dbName(databaseName).characterSetName(characterSet);
        }
    }

    /**
     * RDS's SSL option leaves the port without TLS open beside it and wants a wallet in each client; native encryption can be
     * required, and each client has it. The two exclude each other.
     * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Oracle.Options.NNE.Options.html
     */
    private static CfnOptionGroup encryption(EnvironmentStack stack, RdsSettings settings) {
        return stack.keptWithData(CfnOptionGroup.Builder.create(stack, "Options")
                .engineName(RdsEngine.ORACLE.identifier())
                .majorEngineVersion(settings.majorVersion())
                .optionGroupDescription("Encrypted connections only")
                .optionConfigurations(List.of(OptionConfigurationProperty.builder()
                        .optionName("NATIVE_NETWORK_ENCRYPTION")
                        .optionSettings(List.of(
                                set("SQLNET.ENCRYPTION_SERVER", "REQUIRED"),
                                set("SQLNET.ENCRYPTION_TYPES_SERVER", "AES256"),
                                set("SQLNET.CRYPTO_CHECKSUM_SERVER", "REQUIRED"),
                                set("SQLNET.CRYPTO_CHECKSUM_TYPES_SERVER", "SHA256"),
                                set("SQLNET.ALLOW_WEAK_CRYPTO", "FALSE"),
                                set("SQLNET.ALLOW_WEAK_CRYPTO_CLIENTS", "FALSE")))
                        .build()))
                .build());
    }

    private static OptionSettingProperty set(String name, String value) {
        return OptionSettingProperty.builder().name(name).value(value).build();
    }
}
