package dev.slipway.capability.edge;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addons;

/** Who in a cluster makes load balancers of Ingresses, and by which names it wants to be addressed. */
enum BalancerMaker {
    /** https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html. */
    EKS_AUTO_MODE("eks.amazonaws.com", "v1", "eks.amazonaws.com/alb", "eks.amazonaws.com/pod-readiness-gate-inject"),

    /** https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class. */
    CONTROLLER("elbv2.k8s.aws", "v1beta1", "ingress.k8s.aws/alb", "elbv2.k8s.aws/pod-readiness-gate-inject");

    /** The name of the add-on. */
    private static final String ADDON = "aws-load-balancer-controller";

    private final String apiGroup;
    private final String version;
    private final String controller;
    private final String readinessGate;

    BalancerMaker(String apiGroup, String version, String controller, String readinessGate) {
        this.apiGroup = apiGroup;
        this.version = version;
        this.controller = controller;
        this.readinessGate = readinessGate;
    }

    /** Auto Mode where the cluster has it, else the controller, which {@link #isIn} tells whether it is there. */
    static BalancerMaker of(Place place) {
        return place.choice(Cluster.class).filter(Cluster::makesLoadBalancers).isPresent() ? EKS_AUTO_MODE : CONTROLLER;
    }

    /** Whether it is in the cluster, whoever installs it. */
    boolean isIn(Place place) {
        return this == EKS_AUTO_MODE || Addons.has(place, ADDON);
    }

    String apiGroup() {
        return apiGroup;
    }

    /** Of its IngressClassParams. */
    String api() {
        return apiGroup + "/" + version;
    }

    /** Of the IngressClass. */
    String controller() {
        return controller;
    }

    /**
     * The label of a namespace whose pods wait for the load balancer: a new one counts as ready, and an old one goes, once
     * the new one is healthy there.
     */
    String readinessGate() {
        return readinessGate;
    }
}
