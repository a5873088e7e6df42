package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;

/** Secrets with a user and a password that is generated once and known to nobody. */
public final class Credentials {
    private final EnvironmentStack stack;
    private final RdsEngine rds;

    private Credentials(EnvironmentStack stack, RdsEngine rds) {
        this.stack = stack;
        this.rds = rds;
    }

    /** One for each service, under its planned name. */
    public static List<Secret> ofServices(EnvironmentStack stack, RdsEngine rds, List<Service> services) {
        Credentials credentials = new Credentials(stack, rds);
        List<Secret> secrets = new ArrayList<>();
        for (Service service : services) {
            String name = Engine.secretOf(service.name(), stack.stage().names());
            secrets.add(credentials.secret(
                    "Credential " + service.name(), name, rds.engine().ownerOf(service.name())));
        }
        return secrets;
    }

    static Secret ofMaster(EnvironmentStack stack, RdsEngine rds) {
        String name = rds.engine().masterSecret(stack.stage().names());
        return new Credentials(stack, rds).secret("Master", name, Engine.MASTER);
    }

    private Secret secret(String id, String name, String username) {
        String role = rds.engine() == Engine.POSTGRES ? "role" : "user";
        Secret secret = Secret.Builder.create(stack, id)
                .secretName(name)
                .description("%s %s %s".formatted(rds.engine().title(), role, username))
                .generateSecretString(SecretStringGenerator.builder()
                        .secretStringTemplate("{\"username\":\"%s\"}".formatted(username))
                        .generateStringKey("password")
                        .passwordLength(rds.passwordLength())
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(stack.dataPolicy())
                .build();
        RdsFindings.FIXED_PASSWORD.on(secret);
        return secret;
    }
}
