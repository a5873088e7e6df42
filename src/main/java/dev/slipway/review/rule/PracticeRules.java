package dev.slipway.review.rule;

import dev.slipway.review.practice.Brokers;
import dev.slipway.review.practice.Buckets;
import dev.slipway.review.practice.Caches;
import dev.slipway.review.practice.Clusters;
import dev.slipway.review.practice.Databases;
import dev.slipway.review.practice.Keeping;
import dev.slipway.review.practice.Keys;
import dev.slipway.review.practice.Literals;
import dev.slipway.review.practice.Logs;
import dev.slipway.review.practice.Networks;
import dev.slipway.review.practice.Repositories;
import dev.slipway.review.practice.SecurityGroups;
import dev.slipway.review.practice.access.SecretReaders;
import dev.slipway.review.practice.access.Trust;
import dev.slipway.review.practice.access.Wildcards;
import dev.slipway.review.practice.workload.Containers;
import dev.slipway.review.practice.workload.Exposure;
import dev.slipway.review.practice.workload.Isolation;
import dev.slipway.review.practice.workload.Leads;
import dev.slipway.review.practice.workload.Rbac;
import dev.slipway.review.practice.workload.Required;
import java.util.List;
import java.util.stream.Stream;

/** What AWS takes and everybody advises against. What is open or unencrypted is an error, what is only frail a warning. */
final class PracticeRules {
    static final List<Rule> ALL = Stream.of(access(), network(), data(), runtime(), workloads())
            .flatMap(List::stream)
            .toList();

    private PracticeRules() {}

    private static List<Rule> access() {
        return List.of(
                error(
                        "identity/wildcard",
                        "a permission for everything is one for whoever breaks in",
                        "grant the actions that are needed, on the names that they are needed for.",
                        Wildcards::findings),
                error(
                        "identity/wide-trust",
                        "whoever a role trusts may do all that it may",
                        "trust one role, service or subject, under a condition where it is more than one.",
                        synthesis -> Stream.concat(Trust.wide(synthesis), Trust.audience(synthesis))),
                warning(
                        "identity/powerless",
                        "what runs with a role that may do nothing fails when it first needs it",
                        "grant what the role is for, or take it away.",
                        Wildcards::powerless),
                error(
                        "identity/shared-role",
                        "a role of pods that others may become too is no longer that of its service alone",
                        "give the others a role of their own.",
                        Trust::shared),
                error(
                        "secrets/wide-reader",
                        "a store whose role reads more than is fetched through it hands out the secrets of others",
                        "let the role read what its external secrets fetch.",
                        SecretReaders::findings),
                error(
                        "secrets/literal",
                        "whoever may describe a stack reads its template",
                        "keep the secret in Secrets Manager, and resolve it where it is needed.",
                        Literals::findings),
                error(
                        "keys/open",
                        "a key for everybody protects nothing",
                        "name the principals that may use the key.",
                        Keys::open),
                error(
                        "keys/locked",
                        "a key that nobody may administer can neither be changed nor deleted",
                        "let the account's root administer the key.",
                        Keys::locked),
                error(
                        "keys/disabled",
                        "what a disabled key encrypts cannot be read",
                        "leave the key enabled.",
                        Keys::disabled),
                warning(
                        "keys/rotation",
                        "a key that never changes is one day known",
                        "let KMS rotate it.",
                        Keys::unrotated));
    }

    private static List<Rule> network() {
        return List.of(
                error(
                        "network/open-group",
                        "what a security group lets in from everywhere is found within minutes",
                        "let in a range, a group or a prefix list, on the ports that are served.",
                        SecurityGroups::open),
                error(
                        "network/open-subnet",
                        "what stands in a private subnet counts on nobody from outside reaching it",
                        "route it through a NAT gateway, or not at all.",
                        Networks::open),
                error(
                        "network/cut-off",
                        "nodes that reach neither AWS nor its endpoints never join",
                        "give each subnet its route, and each endpoint its name.",
                        Networks::cutOff),
                warning(
                        "network/one-zone",
                        "zones fail as a whole",
                        "use three zones, each with a gateway of its own.",
                        Networks::inOneZone),
                warning(
                        "network/flow-logs",
                        "after a breach the first question is who talked to whom",
                        "keep flow logs of the VPC.",
                        Logs::unwatched),
                warning(
                        "observability/log-retention",
                        "logs without an end cost for ever, and hold what should be forgotten",
                        "set RetentionInDays.",
                        Logs::endless));
    }

    private static List<Rule> data() {
        return List.of(
                error(
                        "database/unencrypted",
                        "storage cannot be encrypted later without another instance",
                        "set StorageEncrypted, with a key.",
                        Databases::unencrypted),
                error(
                        "database/open",
                        "a database with a public address is tried by everybody",
                        "keep it in private subnets, behind a security group of its own.",
                        Databases::open),
                error(
                        "database/plaintext",
                        "a driver that does not ask for TLS gets none, unless the server insists",
                        "let the parameter or option group demand TLS.",
                        Databases::plaintext),
                warning(
                        "database/unrecoverable",
                        "what is deleted by mistake is noticed days later",
                        "keep backups for a week or more, and a standby in another zone.",
                        Databases::unrecoverable),
                warning(
                        "database/unattended",
                        "known holes stay open, and what happened is gone with the instance",
                        "upgrade minor versions by themselves, and export the logs.",
                        Databases::unattended),
                error(
                        "streaming/plaintext",
                        "events pass every machine on the way",
                        "set ClientBroker to TLS, and InCluster to true.",
                        Brokers::plaintext),
                error(
                        "streaming/unauthenticated",
                        "brokers that know nobody let everybody read and write",
                        "enable IAM, and nothing that is unauthenticated.",
                        Brokers::unauthenticated),
                error(
                        "streaming/lossy",
                        "an event that is acknowledged on one disk is lost with it",
                        "keep three copies of which two acknowledge, and elect no leader that lags behind.",
                        Brokers::lossy),
                error(
                        "streaming/ungrouped",
                        "without a security group of its own that of the VPC holds",
                        "name a security group.",
                        Brokers::ungrouped),
                warning(
                        "streaming/silent",
                        "without logs nobody learns why a broker refuses",
                        "send the brokers' logs to CloudWatch Logs.",
                        Brokers::silent),
                error(
                        "cache/unencrypted",
                        "passwords and sessions pass every machine on the way",
                        "encrypt in transit and at rest.",
                        Caches::unencrypted),
                error(
                        "cache/unauthenticated",
                        "a cache that knows nobody serves everybody",
                        "name users with a password, or with IAM.",
                        Caches::unauthenticated),
                error(
                        "cache/wide-user",
                        "a user with all commands flushes the keys of others",
                        "let each user reach keys under its own prefix.",
                        Caches::wide),
                error(
                        "cache/ungrouped",
                        "without a security group of its own that of the VPC holds",
                        "name a security group.",
                        Caches::ungrouped),
                warning(
                        "cache/unrecoverable",
                        "a cache of one node is empty after every patch",
                        "keep a replica in another zone, and snapshots.",
                        Caches::unrecoverable),
                error(
                        "storage/open",
                        "an open bucket is the commonest leak there is",
                        "block public access, and allow nothing to everybody.",
                        Buckets::open),
                error(
                        "storage/plaintext",
                        "requests without TLS are read on the way",
                        "deny them by the policy of the bucket.",
                        Buckets::plaintext),
                warning(
                        "storage/unencrypted",
                        "what a bucket is encrypted with should be written down",
                        "set BucketEncryption.",
                        Buckets::unencrypted),
                warning(
                        "storage/unversioned",
                        "what is overwritten by mistake is gone",
                        "switch versions on.",
                        Buckets::unversioned),
                error(
                        "state/released",
                        "a resource that leaves a stack, or is replaced in it, is deleted with its data unless its policies say otherwise",
                        "set DeletionPolicy and UpdateReplacePolicy to Retain.",
                        Keeping::released),
                warning(
                        "state/unpinned",
                        "a version that AWS chooses is another one tomorrow",
                        "write the version.",
                        Keeping::unpinned),
                error(
                        "state/unprotected",
                        "the console deletes a database in two clicks",
                        "set DeletionProtection.",
                        Keeping::unprotected));
    }

    private static List<Rule> runtime() {
        return List.of(
                error(
                        "cluster/open-endpoint",
                        "the API of a cluster that answers everywhere is a password away from everybody",
                        "keep it private, or name who may call it.",
                        Clusters::open),
                warning(
                        "cluster/unencrypted",
                        "secrets of Kubernetes lie in etcd as they are",
                        "encrypt them with a key of KMS.",
                        Clusters::unencrypted),
                warning(
                        "cluster/silent",
                        "who did what in a cluster stands in its audit log alone",
                        "switch on api, audit and authenticator.",
                        Clusters::silent),
                error(
                        "cluster/unattributed",
                        "an administrator who stands in no access entry is seen by nobody",
                        "use access entries alone.",
                        Clusters::unattributed),
                error(
                        "cluster/half-auto",
                        "EKS refuses Auto Mode with one of its parts missing",
                        "switch on compute, load balancing and block storage together.",
                        Clusters::half),
                error(
                        "cluster/node-metadata",
                        "a pod that reaches the metadata of its node has the node's role",
                        "require tokens, with one hop, and encrypt the volumes.",
                        Clusters::exposedNodes),
                error(
                        "registry/mutable",
                        "a tag that moves lets two pods of one release run different code",
                        "make tags immutable.",
                        Repositories::mutable),
                error(
                        "registry/open",
                        "whoever pushes an image runs in the cluster",
                        "allow nothing to everybody.",
                        Repositories::open),
                warning(
                        "registry/unscanned",
                        "known holes of an image are found by looking",
                        "scan on push.",
                        Repositories::unscanned),
                warning(
                        "registry/unbounded",
                        "images pile up, or go with the stack",
                        "keep a number of images by a lifecycle rule, and none that empties the repository.",
                        Repositories::unbounded));
    }

    private static List<Rule> workloads() {
        return List.of(
                error(
                        "workload/open-policy",
                        "a rule for everybody is none",
                        "name the pods, the namespace or the range, and the ports.",
                        Isolation::open),
                warning(
                        "workload/unisolated",
                        "where others are isolated, nobody looks for the one pod that is not",
                        "choose the pods by a policy for both directions, and deny both to all of the namespace.",
                        synthesis -> Stream.concat(Isolation.missing(synthesis), Isolation.undenied(synthesis))),
                warning(
                        "workload/nobody",
                        "a peer that is nobody lets nobody in or out",
                        "name pods of the output.",
                        Isolation::nobody),
                error(
                        "workload/wide-role",
                        "whoever breaks into a pod may do what its role may",
                        "name groups, resources, verbs and, for secrets, names.",
                        Rbac::wide),
                error(
                        "workload/unbound",
                        "a role that is bound to nobody leaves its pods without it",
                        "bind it to a service account of the output.",
                        Rbac::unbound),
                warning(
                        "workload/token",
                        "a token that no pod needs is one for whoever breaks in",
                        "set automountServiceAccountToken to false.",
                        Containers::tokens),
                warning(
                        "workload/unprobed",
                        "without probes traffic goes to pods that hang",
                        "set a readiness and a liveness probe.",
                        Containers::unprobed),
                warning(
                        "workload/unbounded",
                        "one pod without bounds starves all others of its node",
                        "set requests of CPU and memory, and a limit of memory.",
                        Containers::unbounded),
                warning(
                        "workload/writable",
                        "whoever breaks into a container leaves tools there",
                        "set readOnlyRootFilesystem, and mount what must be written.",
                        Containers::writable),
                warning(
                        "workload/unrestricted",
                        "pods of a namespace without a profile may become root on their node",
                        "label the namespace with the profile restricted.",
                        Exposure::namespaces),
                error(
                        "workload/exposed",
                        "a Service of its own goes past routes, certificates and logs",
                        "make it ClusterIP, and route to it.",
                        Exposure::services),
                error(
                        "workload/any-host",
                        "a route without a host answers for every name",
                        "route the host.",
                        Exposure::hosts),
                error(
                        "workload/gateway",
                        "a gateway that takes routes of any namespace gives hosts away",
                        "take those of the same namespace, and name a certificate.",
                        Exposure::gateways),
                error(
                        "workload/required",
                        "the API server refuses an object without it, or the object does nothing",
                        "set the field.",
                        Required::findings),
                error(
                        "workload/lead",
                        "a route that leads to nothing answers with an error",
                        "lead it to what the output has.",
                        Leads::findings),
                warning(
                        "workload/budget",
                        "a budget that lets all go, or holds all fast, is none",
                        "choose the pods of one workload, and let one go.",
                        Exposure::budgets),
                warning(
                        "workload/priority",
                        "a priority by default changes who is evicted in all of the cluster",
                        "name the class where it is meant.",
                        Exposure::defaults),
                error(
                        "workload/disk",
                        "volumes cannot be encrypted later",
                        "set the parameter encrypted of the class.",
                        Exposure::disks));
    }

    private static Rule error(String id, String reason, String fix, Check check) {
        return Rule.named(id).because(reason).fix(fix).over(check);
    }

    private static Rule warning(String id, String reason, String fix, Check check) {
        return Rule.named(id).warning().because(reason).fix(fix).over(check);
    }
}
