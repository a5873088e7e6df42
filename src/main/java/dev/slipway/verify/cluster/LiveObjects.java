package dev.slipway.verify.cluster;

import dev.slipway.review.Tree;
import java.util.List;

/** The objects that a cluster has. */
public interface LiveObjects {
    /** Whether the cluster knows a kind, which one of an add-on that is not installed it does not. */
    boolean serves(String apiVersion, String kind);

    /** Those of a kind in a namespace, or of the whole cluster, where the kind is one of it or {@code namespace} is empty. */
    List<Tree> list(String apiVersion, String kind, String namespace);
}
