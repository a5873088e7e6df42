package dev.slipway.review.difference;

import dev.slipway.review.difference.shift.Shift;

/** Everything that a difference can find; the order is that of a report. */
public enum Detection {
    DATA_LOST("data-lost", Danger.LOSS, "a resource that holds data is deleted, or replaced and then deleted"),
    DATA_LEFT(
            "data-left",
            Danger.LOSS,
            "a resource that holds data is left behind or kept as a snapshot, and what follows starts empty"),
    DATA_AT_RISK(
            "data-at-risk",
            Danger.LOSS,
            "a resource that holds data may be replaced, which CloudFormation decides when it deploys"),
    VOLUME_LOST("volume-lost", Danger.LOSS, "a volume claim, or a namespace with all that is in it, is removed"),
    EVENT_BROKEN(
            "event-broken", Danger.BREAKS, "a consumer waits for what nobody sends, or loses events or their order"),
    SCHEMA_BROKEN(
            "schema-broken", Danger.BREAKS, "a schema of events no longer fits who reads them, or what was written"),
    OBJECT_REFUSED("object-refused", Danger.BREAKS, "a field differs that the API server lets nobody change"),
    STACK_ABANDONED(
            "stack-abandoned",
            Danger.BREAKS,
            "a stack is no longer in the model, and runs on until somebody destroys it"),
    PROTECTION_LOWERED("protection-lowered", Danger.OPENS, "data, transport or pods are protected less"),
    EXPOSED("exposed", Danger.OPENS, "something more can be reached from outside"),
    TRUST_WIDENED("trust-widened", Danger.OPENS, "somebody more may become a role"),
    PERMISSION_WIDENED("permission-widened", Danger.OPENS, "IAM allows more, or denies less"),
    RBAC_WIDENED("rbac-widened", Danger.OPENS, "the cluster allows somebody more"),
    PATH_OPENED("path-opened", Danger.OPENS, "a security group or network policy lets more through"),
    RESOURCE_REPLACED("resource-replaced", Danger.INTERRUPTS, "a resource without data is replaced"),
    RESOURCE_AT_RISK("resource-at-risk", Danger.INTERRUPTS, "a resource without data may be replaced"),
    RESOURCE_REMOVED("resource-removed", Danger.INTERRUPTS, "a resource without data is removed"),
    OBJECT_REMOVED(
            "object-removed",
            Danger.INTERRUPTS,
            "a Kubernetes object is removed, where what is not rendered is pruned"),
    PODS_RESTARTED("pods-restarted", Danger.INTERRUPTS, "the pods of a workload are replaced, one after the other"),
    ADDON_CHANGED("addon-changed", Danger.INTERRUPTS, "a chart of an add-on has another version or other values"),
    COST_RAISED("cost-raised", Danger.CHANGES, "a month costs more"),
    COST_UNKNOWN("cost-unknown", Danger.CHANGES, "something new has no price, and is not in the estimate"),
    COST_LOWERED("cost-lowered", Danger.CHANGES, "a month costs less"),
    RESOURCE_CHANGED("resource-changed", Danger.CHANGES, "a resource is updated in place"),
    RESOURCE_ADDED("resource-added", Danger.CHANGES, "a resource is new"),
    OBJECT_CHANGED("object-changed", Danger.CHANGES, "a Kubernetes object is updated"),
    OBJECT_ADDED("object-added", Danger.CHANGES, "a Kubernetes object is new"),
    EVENT_CHANGED(
            "event-changed",
            Danger.CHANGES,
            "a topic, who publishes it or who consumes it changes, and nobody is broken by it"),
    SCHEMA_CHANGED("schema-changed", Danger.CHANGES, "a schema of events changes, and fits everybody"),
    PROTECTION_RAISED("protection-raised", Danger.CHANGES, "data, transport or pods are protected better"),
    PERMISSION_NARROWED(
            "permission-narrowed", Danger.CHANGES, "IAM or the cluster allows less, which somebody may need"),
    PATH_CLOSED("path-closed", Danger.CHANGES, "a path of the network is closed, which somebody may need"),
    FILE_CHANGED("file-changed", Danger.CHANGES, "another file that was written differs");

    private final String id;
    private final Danger danger;
    private final String what;

    Detection(String id, Danger danger, String what) {
        this.id = id;
        this.danger = danger;
        this.what = what;
    }

    /** {@code data-lost}, as it stands in reports. */
    public String id() {
        return id;
    }

    public Danger danger() {
        return danger;
    }

    /** In a sentence without its beginning and end. */
    public String what() {
        return what;
    }

    static Detection of(Shift shift) {
        return switch (shift.kind()) {
            case EXPOSURE -> shift.isWidened() ? EXPOSED : PATH_CLOSED;
            case TRUST -> shift.isWidened() ? TRUST_WIDENED : PERMISSION_NARROWED;
            case RESOURCE_POLICY, IAM -> shift.isWidened() ? PERMISSION_WIDENED : PERMISSION_NARROWED;
            case RBAC -> shift.isWidened() ? RBAC_WIDENED : PERMISSION_NARROWED;
            case SECURITY_GROUP, NETWORK_POLICY -> shift.isWidened() ? PATH_OPENED : PATH_CLOSED;
            case PROTECTION -> shift.isWidened() ? PROTECTION_LOWERED : PROTECTION_RAISED;
        };
    }
}
