package dev.slipway.workload;

import dev.slipway.plan.ServicePlan;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.workload.credential.Credentials;
import dev.slipway.workload.pod.Configuration;
import dev.slipway.workload.pod.Files;
import dev.slipway.workload.pod.Identities;
import dev.slipway.workload.pod.PodTemplates;
import dev.slipway.workload.scaling.Scaling;
import dev.slipway.workload.scaling.VerticalAutoscalers;
import dev.slipway.workload.space.Namespaces;
import dev.slipway.workload.space.Quotas;
import dev.slipway.workload.subject.Subject;
import dev.slipway.workload.traffic.Endpoints;
import dev.slipway.workload.traffic.NetworkPolicies;

/** Everything in the cluster that follows from the plan of each service. */
public final class Workloads {
    private Workloads() {}

    /** Adds the objects of every service, and the namespace that they stand in. */
    public static void deploy(Manifests manifests) {
        Namespaces.add(manifests);
        manifests.plan().services().forEach(plan -> deploy(manifests, plan));
        Credentials.deploy(manifests);
        Quotas.add(manifests);
    }

    /** Adds the objects of one service. */
    public static void deploy(Manifests manifests, ServicePlan service) {
        deploy(Subject.of(manifests, service));
    }

    private static void deploy(Subject subject) {
        subject.plan().tasks().forEach(task -> Tasks.add(subject.of(task), task));
        Configuration configuration = Configuration.of(subject);
        Identities.add(subject);
        configuration.add(subject);
        NetworkPolicies.add(subject);
        ServicePlan plan = subject.plan();
        Files.of(plan).add(subject);
        plan.service().workload().listensOn().ifPresent(port -> Endpoints.add(subject, port));
        Controllers.add(subject, PodTemplates.of(subject, configuration), configuration);
        Scaling.add(subject);
        VerticalAutoscalers.add(subject);
    }
}
