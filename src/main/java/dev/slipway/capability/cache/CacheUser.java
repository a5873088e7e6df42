package dev.slipway.capability.cache;

import dev.slipway.plan.Names;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/** As whom a service reaches the cache, with a password that only Secrets Manager and ElastiCache know. */
final class CacheUser {
    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    /** ElastiCache takes 16 to 128 characters. */
    private static final int PASSWORD_LENGTH = 48;

    private static final Acknowledgement FIXED_PASSWORD = Acknowledgement.of(
            "AwsSolutions-SMG4",
            "Generated, and read by one service's own reader; the user has its own keys alone, and the cache admits the cluster alone.");

    private CacheUser() {}

    static CfnUser add(CacheStack cache, Service service) {
        EnvironmentStack stack = cache.stack();
        String name = cache.names().ofService(service, CacheStack.ID_LIMIT);
        Secret secret = Secret.Builder.create(stack, "Secret " + service.name())
                .secretName(CacheClients.secret(cache.names(), service))
                .description("User of service %s in the cache".formatted(service.name()))
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"%s\":\"%s\"}".formatted(USERNAME, name))
                        .generateStringKey(PASSWORD)
                        .passwordLength(PASSWORD_LENGTH)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(stack.dataPolicy())
                .build();
        FIXED_PASSWORD.on(secret);
        return CfnUser.Builder.create(stack, "User " + service.name())
                .engine(cache.engine().id())
                .userId(name)
                .userName(name)
                .accessString("on " + CacheAccess.rules(service))
                .passwords(List.of(secret.secretValueFromJson(PASSWORD).unsafeUnwrap()))
                .build();
    }

    /**
     * The user that Redis OSS takes whoever names no user for, which every group of users must have: switched off. Its id has
     * the platform's name last, as no user of a service has.
     */
    static CfnUser addNobody(CacheStack cache) {
        return CfnUser.Builder.create(cache.stack(), "Nobody")
                .engine(cache.engine().id())
                .userId(Names.limited("default-" + cache.names().environmentWide(), CacheStack.ID_LIMIT))
                .userName("default")
                .accessString("off -@all")
                .noPasswordRequired(true)
                .build();
    }
}
