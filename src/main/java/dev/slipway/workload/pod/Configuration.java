package dev.slipway.workload.pod;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.render.kubernetes.ExternalSecrets;
import dev.slipway.workload.subject.Subject;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cdk8s.plus34.k8s.ConfigMapEnvSource;
import org.cdk8s.plus34.k8s.EnvFromSource;
import org.cdk8s.plus34.k8s.EnvVar;
import org.cdk8s.plus34.k8s.EnvVarSource;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.SecretKeySelector;

/**
 * What a container finds in its environment: plain variables in one ConfigMap, and each other variable by the
 * key of a Secret, so that a reader of the pod sees where every value comes from.
 *
 * @param owner service or task
 * @param plain by name, the values of plain variables
 * @param fromAws by name, the sources of variables that External Secrets brings into the owner's own Secret
 * @param fromCluster by name, the keys of Secrets that something in the cluster makes
 */
public record Configuration(
        String owner,
        SortedMap<String, String> plain,
        SortedMap<String, Source> fromAws,
        SortedMap<String, Source.FromClusterSecret> fromCluster) {
    public Configuration {
        plain = Collections.unmodifiableSortedMap(new TreeMap<>(plain));
        fromAws = Collections.unmodifiableSortedMap(new TreeMap<>(fromAws));
        fromCluster = Collections.unmodifiableSortedMap(new TreeMap<>(fromCluster));
    }

    public static Configuration of(Subject subject) {
        SortedMap<String, String> plain = new TreeMap<>();
        SortedMap<String, Source> fromAws = new TreeMap<>();
        SortedMap<String, Source.FromClusterSecret> fromCluster = new TreeMap<>();
        for (Variable variable : subject.variables()) {
            if (variable.source() instanceof Source.Plain value) {
                plain.put(variable.name(), value.value());
            } else if (variable.source() instanceof Source.FromClusterSecret secret) {
                fromCluster.put(variable.name(), secret);
            } else {
                fromAws.put(variable.name(), variable.source());
            }
        }
        return new Configuration(subject.name(), plain, fromAws, fromCluster);
    }

    /** Adds the ConfigMap and the ExternalSecret that hold the values. */
    public void add(Subject subject) {
        if (!plain.isEmpty()) {
            KubeConfigMap.Builder.create(subject.chart(), "ConfigMap " + subject.name())
                    .metadata(subject.metadata())
                    .data(plain)
                    .build();
        }
        if (!fromAws.isEmpty()) {
            String reader = subject.place().names().secretReaderRole(owner);
            ExternalSecrets.add(
                    subject.chart(),
                    subject.place(),
                    subject.metadata(),
                    subject.place().roleArn(reader),
                    fromAws);
        }
    }

    List<EnvFromSource> envFrom() {
        ConfigMapEnvSource configMap = ConfigMapEnvSource.builder().name(owner).build();
        return plain.isEmpty()
                ? List.of()
                : List.of(EnvFromSource.builder().configMapRef(configMap).build());
    }

    List<EnvVar> env() {
        SortedMap<String, EnvVar> variables = new TreeMap<>();
        fromAws.keySet().forEach(name -> variables.put(name, secretKey(name, owner, name)));
        fromCluster.forEach((name, source) -> variables.put(name, secretKey(name, source.secret(), source.key())));
        return List.copyOf(variables.values());
    }

    /** The Secrets whose change must restart the pods. */
    public SortedSet<String> secrets() {
        SortedSet<String> secrets = new TreeSet<>();
        if (!fromAws.isEmpty()) {
            secrets.add(owner);
        }
        fromCluster.values().forEach(source -> secrets.add(source.secret()));
        return secrets;
    }

    /** Changes exactly when a plain value or a source does; pods carry it, so that they restart then. */
    public String hash() {
        return Names.hash("%s %s %s".formatted(plain, ExternalSecrets.spec(owner, fromAws), fromCluster));
    }

    private static EnvVar secretKey(String variable, String secret, String key) {
        SecretKeySelector selector =
                SecretKeySelector.builder().name(secret).key(key).build();
        return EnvVar.builder()
                .name(variable)
                .valueFrom(EnvVarSource.builder().secretKeyRef(selector).build())
                .build();
    }
}
