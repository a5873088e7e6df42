package dev.slipway.render.kubernetes;

import java.util.List;
import org.cdk8s.plus34.k8s.Capabilities;
import org.cdk8s.plus34.k8s.PodSecurityContext;
import org.cdk8s.plus34.k8s.SeccompProfile;
import org.cdk8s.plus34.k8s.SecurityContext;

/**
 * What no container of the platform may do, whatever its image says: what the Pod Security Standard "restricted" asks,
 * and a root file system that cannot be written.
 *
 * <pre>{@code
 * PodSpec.builder().securityContext(Hardening.pod()).containers(List.of(
 *     Container.builder().securityContext(Hardening.container()) ...
 * }</pre>
 */
public final class Hardening {
    /** The user and group of the common images without a shell; a number, as the kubelet cannot judge a name. */
    public static final int USER = 65_532;

    private Hardening() {}

    /** For every pod. Volumes belong to the group of the user, so that they can be written. */
    public static PodSecurityContext pod() {
        return pod(USER);
    }

    /** The same as another user, for images that know only their own. */
    public static PodSecurityContext pod(int user) {
        return PodSecurityContext.builder()
                .runAsNonRoot(true)
                .runAsUser(user)
                .runAsGroup(user)
                .fsGroup(user)
                .fsGroupChangePolicy("OnRootMismatch")
                .seccompProfile(runtimeDefault())
                .build();
    }

    /** For every container of every pod. */
    public static SecurityContext container() {
        return container(USER);
    }

    /** The same as another user, for images that know only their own. */
    public static SecurityContext container(int user) {
        return SecurityContext.builder()
                .runAsNonRoot(true)
                .runAsUser(user)
                .readOnlyRootFilesystem(true)
                .allowPrivilegeEscalation(false)
                .capabilities(Capabilities.builder().drop(List.of("ALL")).build())
                .seccompProfile(runtimeDefault())
                .build();
    }

    private static SeccompProfile runtimeDefault() {
        return SeccompProfile.builder().type("RuntimeDefault").build();
    }
}
