package dev.slipway.ordering.laptop.service;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.part.Kafka;
import dev.slipway.ordering.laptop.part.Secrets;
import dev.slipway.ordering.laptop.process.LaptopProblem;
import dev.slipway.ordering.laptop.process.Ports;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A value of this laptop for each variable of a contract. */
public final class Values {
    /** Where traces go and which are kept: that of whoever starts the laptop, who may have no collector. */
    private static final Pattern TRACES = Pattern.compile("OTEL_(EXPORTER_OTLP|TRACES|BSP)_.*");

    private static final Set<String> OF_THE_CLUSTER = Set.of("JAVA_TOOL_OPTIONS");

    private final Addresses addresses;
    private final Secrets secrets;
    private final Map<String, String> surroundings;

    /** The surroundings are the variables of the process that starts the services. */
    public Values(Addresses addresses, Secrets secrets, Map<String, String> surroundings) {
        this.addresses = addresses;
        this.secrets = secrets;
        this.surroundings = Map.copyOf(surroundings);
    }

    /** Everything the service gets, by name. */
    public Map<String, String> of(Contract contract, int serverPort) {
        Map<String, String> here = here(contract, serverPort);
        Map<String, String> values = new TreeMap<>();
        contract.variables().keySet().stream()
                .filter(variable -> !isOfTheCluster(variable))
                .forEach(variable -> values.put(variable, value(contract, variable, here)));
        beyond(contract, values);
        return values;
    }

    /** Whether a laptop leaves out what the platform sets. */
    static boolean isOfTheCluster(String variable) {
        return OF_THE_CLUSTER.contains(variable) || TRACES.matcher(variable).matches();
    }

    private static String value(Contract contract, String variable, Map<String, String> here) {
        return Optional.ofNullable(here.get(variable))
                .or(() -> contract.known(variable))
                .orElseThrow(() -> new LaptopProblem(
                        "The variable (%s) of %s must have a value on a laptop. Fix: give it one in Values."
                                .formatted(variable, contract.service())));
    }

    private Map<String, String> here(Contract contract, int serverPort) {
        String service = contract.service();
        Map<String, String> here = new LinkedHashMap<>();
        here.put("SERVER_PORT", Integer.toString(serverPort));
        here.put("PUBLIC_URL", addresses.publicUrl());
        here.put("OTEL_RESOURCE_ATTRIBUTES", "service.namespace=ordering,deployment.environment.name=laptop");
        here.put("DATABASE_HOST", Ports.LOOPBACK);
        here.put("DATABASE_PORT", Integer.toString(addresses.database()));
        here.put("DATABASE_SSL_MODE", "disable");
        here.put("DATABASE_USERNAME", service);
        here.put("DATABASE_PASSWORD", databasePassword(service));
        here.put("CACHE_HOST", Ports.LOOPBACK);
        here.put("CACHE_PORT", Integer.toString(addresses.cache()));
        here.put("CACHE_TLS", "false");
        here.put("CACHE_USERNAME", service);
        here.put("CACHE_PASSWORD", cachePassword(service));
        here.put("KAFKA_BOOTSTRAP_SERVERS", Ports.LOOPBACK + ":" + addresses.kafka());
        here.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        here.put("KAFKA_SASL_MECHANISM", Kafka.MECHANISM);
        here.put("KAFKA_USERNAME", service);
        here.put("KAFKA_PASSWORD", kafkaPassword(service));
        here.put("KEY_ENCRYPTION_KEY", secrets.of(service + ".key-encryption"));
        here.put("PAYMENT_PROVIDER_API_KEY", secrets.of(service + ".provider"));
        here.put("SMTP_USERNAME", service);
        here.put("SMTP_PASSWORD", mailPassword(service));
        here.put("CHAT_SLACK_URL", addresses.publicUrl() + "/laptop/chat/slack");
        here.put("CHAT_TEAMS_URL", addresses.publicUrl() + "/laptop/chat/teams");
        return here;
    }

    /** What no contract has: a profile, servers whose names are built into a service, and a collector at hand. */
    private void beyond(Contract contract, Map<String, String> values) {
        surroundings.forEach((variable, value) -> {
            if (TRACES.matcher(variable).matches()) {
                values.put(variable, value);
            }
        });
        values.put("SPRING_PROFILES_ACTIVE", "laptop");
        if (contract.sets("SMTP_USERNAME")) {
            values.put("SPRING_MAIL_HOST", Ports.LOOPBACK);
            values.put("SPRING_MAIL_PORT", Integer.toString(addresses.mail()));
            values.put("SPRING_MAIL_PROPERTIES_MAIL_SMTP_STARTTLS_REQUIRED", "false");
        }
    }

    /** What the service signs in to the database with. */
    public String databasePassword(String service) {
        return secrets.of(service + ".database");
    }

    /** What the service signs in to the cache with. */
    public String cachePassword(String service) {
        return secrets.of(service + ".cache");
    }

    /** What the service signs in to the broker with. */
    public String kafkaPassword(String service) {
        return secrets.of(service + ".kafka");
    }

    /** What the service signs in to the mail server with. */
    public String mailPassword(String service) {
        return secrets.of(service + ".mail");
    }
}
