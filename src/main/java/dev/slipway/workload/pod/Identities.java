package dev.slipway.workload.pod;

import dev.slipway.workload.subject.Subject;
import org.cdk8s.plus34.k8s.KubeServiceAccount;

/** Who a service's pods are. EKS Pod Identity hands them a token of its own; none of them talks to Kubernetes. */
public final class Identities {
    private Identities() {}

    /** The service account of a service or task. */
    public static void add(Subject subject) {
        KubeServiceAccount.Builder.create(subject.chart(), "ServiceAccount " + subject.name())
                .metadata(subject.metadata())
                .automountServiceAccountToken(false)
                .build();
    }
}
