package dev.slipway.render.kubernetes;

/** The face of a choice that contributes Kubernetes objects to each environment that makes it. */
public interface RunsInCluster {
    /** Adds objects to the manifests of an environment: to those of one service, or to what they share. */
    void deploy(Manifests manifests);
}
