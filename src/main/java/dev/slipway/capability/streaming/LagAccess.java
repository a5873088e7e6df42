package dev.slipway.capability.streaming;

import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Variable.Source.FromClusterSecret;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the lag of a consumer can be read from its cluster, in the words of KEDA's Kafka scaler
 * (https://keda.sh/docs/latest/scalers/apache-kafka).
 *
 * @param serversVariable the variable of the consumer's container that holds the bootstrap servers
 * @param settings plain settings by name: {@code tls}, {@code sasl}
 * @param credentials by the name of the setting, keys of Secrets in the environment's namespace
 * @param grants what whoever reads must be allowed on AWS
 */
public record LagAccess(
        String serversVariable,
        SortedMap<String, String> settings,
        SortedMap<String, FromClusterSecret> credentials,
        List<Grant> grants) {
    public LagAccess {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        credentials = Collections.unmodifiableSortedMap(new TreeMap<>(credentials));
        grants = List.copyOf(grants);
    }
}
