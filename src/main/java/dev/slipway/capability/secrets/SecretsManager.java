package dev.slipway.capability.secrets;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.EnvironmentStack;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.aws.StageTags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.amazon.awscdk.services.secretsmanager.CfnSecret.GenerateSecretStringProperty;

/**
 * Keeps the secrets of services in AWS Secrets Manager.
 *
 * <p>Stack {@code secrets} makes one secret for each need, {@code <platform>/<environment>/<service>/<purpose>}. It holds
 * a value only where that is generated; otherwise people put it in.
 *
 * <pre>{@code
 * Environment.named("prod").with(secretsManager())
 * }</pre>
 */
@Declares
public record SecretsManager(Origin origin) implements Provider<SecretNeed>, ProvisionsOnAws {
    private static final String STACK = "secrets";

    /** 32 letters and digits are 190 random bits, more than any key that is derived from them. */
    private static final int GENERATED_LENGTH = 32;

    public static SecretsManager secretsManager() {
        return new SecretsManager(Origin.here());
    }

    @Override
    public Class<SecretNeed> meets() {
        return SecretNeed.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return SecretChecks.of(place);
    }

    @Override
    public Binding bind(Claim<? extends SecretNeed> claim, Place place) {
        SecretNeed need = claim.need();
        String secret = place.names().secret(claim.service().name(), need.purpose());
        List<Variable> variables = need.properties().stream()
                .map(property ->
                        Variable.fromSecret(variable(need.purpose(), property), secret, property, need.describe()))
                .toList();
        return new Binding(variables, List.of(), List.of());
    }

    /** {@code key-encryption} and {@code key}: {@code KEY_ENCRYPTION_KEY}. */
    static String variable(String purpose, String property) {
        return (purpose + "_" + property).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        Map<CfnSecret, Integer> rotated = new LinkedHashMap<>();
        stage.place().claims(SecretNeed.class).forEach(claim -> {
            CfnSecret secret = secret(stage.stack(STACK), claim.service(), claim.need());
            claim.need().rotation().ifPresent(days -> rotated.put(secret, days));
        });
        if (!rotated.isEmpty()) {
            new Rotation(stage.stack(STACK), GENERATED_LENGTH).add(rotated);
        }
    }

    private static final Acknowledgement GENERATED_ONCE = Acknowledgement.of(
            "AwsSolutions-SMG4",
            "Known to nobody and read by one service, which asks for rotation where it can follow one.");
    private static final Acknowledgement OF_ITS_OWNER = Acknowledgement.of(
            "AwsSolutions-SMG4", "Somebody else issues it, and its owner puts a new one in; one service reads it.");

    private static CfnSecret secret(EnvironmentStack stack, Service service, SecretNeed need) {
        CfnSecret.Builder builder = CfnSecret.Builder.create(stack, service.name() + " " + need.purpose())
                .name(stack.stage().names().secret(service.name(), need.purpose()))
                .description(description(service, need));
        if (need.generated()) {
            builder.generateSecretString(GenerateSecretStringProperty.builder()
                    .secretStringTemplate("{}")
                    .generateStringKey(need.properties().get(0))
                    .passwordLength(GENERATED_LENGTH)
                    .excludePunctuation(true)
                    .build());
        }
        CfnSecret secret = builder.build();
        secret.applyRemovalPolicy(stack.dataPolicy());
        StageTags.ofService(secret, service);
        if (need.rotation().isEmpty()) {
            (need.generated() ? GENERATED_ONCE : OF_ITS_OWNER).on(secret);
        }
        return secret;
    }

    private static String description(Service service, SecretNeed need) {
        String subject = "The %s secret of service %s".formatted(need.purpose(), service.name());
        return need.generated()
                ? "%s: generated%s, known to nobody."
                        .formatted(
                                subject,
                                need.rotation().isPresent()
                                        ? " every %s days"
                                                .formatted(need.rotation().getAsInt())
                                        : " once")
                : "%s: put in by its owner%s, as JSON with %s."
                        .formatted(
                                subject,
                                service.owner().map(owner -> " " + owner.team()).orElse(""),
                                String.join(", ", need.properties()));
    }
}
