package dev.slipway.capability.cache;

import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/** As whom a service reaches the cache, with a password that only Secrets Manager and ElastiCache know. */
final class ValkeyUser {
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    /** https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html. */
    static final int ID_LIMIT = 40;

    /** ElastiCache takes 16 to 128 characters. */
    private static final int PASSWORD_LENGTH = 48;

    private ValkeyUser() {}

    static CfnUser add(EnvironmentStack stack, Service service) {
        String name = stack.stage().names().ofService(service, ID_LIMIT);
        Secret secret = Secret.Builder.create(stack, "Secret " + service.name())
                .secretName(Valkey.secret(stack.stage().names(), service))
                .description("User of service %s in the cache".formatted(service.name()))
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"%s\":\"%s\"}".formatted(USERNAME, name))
                        .generateStringKey(PASSWORD)
                        .passwordLength(PASSWORD_LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(stack.dataPolicy())
                .build();
        return CfnUser.Builder.create(stack, "User " + service.name())
                .engine(CacheStack.ENGINE)
                .userId(name)
                .userName(name)
                .accessString(accessString(service))
                .passwords(List.of(secret.secretValueFromJson(PASSWORD).unsafeUnwrap()))
                .build();
    }

    /** INFO counts as dangerous, and health checks of clients ask for it. */
    private static String accessString(Service service) {
        String prefix = Valkey.keyPrefix(service);
        return "on ~%s* resetchannels &%s* -@all +@all -@admin -@dangerous +info".formatted(prefix, prefix);
    }
}
