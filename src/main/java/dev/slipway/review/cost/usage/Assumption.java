package dev.slipway.review.cost.usage;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a template does not say, and a bill depends on. Each has a value that {@link Usage} replaces. */
public enum Assumption {
    NAT_GB("GB that each NAT gateway handles a month", "50"),
    ENDPOINT_GB("GB that each interface endpoint handles a month", "10"),
    OUT_GB("GB that a load balancer sends to the internet a month", "50"),
    LOAD_BALANCER_UNITS("capacity units (LCU) that a load balancer uses on average", "1"),
    LOG_GB("GB that are written to each log group a month", "2"),
    IMAGE_GB("GB that each repository of images holds", "2"),
    BUCKET_GB("GB that each bucket holds", "10"),
    KAFKA_IN_GB("GB that are published a month", "20"),
    KAFKA_OUT_GB("GB that are consumed a month", "60"),
    KAFKA_GB("GB that MSK Express or Serverless holds, each counted once", "20"),
    KAFKA_PARTITIONS("partitions of an MSK Serverless whose topics no template has", "120"),
    CACHE_GB("GB that a serverless cache holds on average", "0.5"),
    CACHE_MILLIONS("millions of ElastiCache processing units (ECPU) a month", "50"),
    AURORA_UNITS("capacity units (ACU) of a serverless Aurora on average, where its minimum is less", "1"),
    AURORA_GB("GB that an Aurora cluster holds", "10"),
    AURORA_MILLIONS("millions of reads and writes of an Aurora cluster a month", "20"),
    BACKUP_GB("GB of backups beyond what is free, for each database or vault", "0"),
    FUNCTION_GB_SECONDS("GB-seconds that each function runs a month", "100"),
    MESSAGE_MILLIONS("millions of messages of each queue or topic a month", "1"),
    FIREWALL_MILLIONS("millions of requests that a web ACL looks at a month", "5"),
    /** Ingress controller, operators, DNS and agents that are installed beside the services. */
    ADDON_CORES("cores that add-ons ask for in a cluster", "0.5"),
    ADDON_GB("GiB of memory that add-ons ask for in a cluster", "1"),
    /** What kubelet and system keep for themselves, and what no pod fits into. */
    NODE_SHARE("of the cores and memory of a node that pods fill", "0.8"),
    /** What Auto Mode gives a node without being asked: https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html. */
    NODE_DISK_GB("GB of disk of each node of Auto Mode", "80");

    private final String text;
    private final BigDecimal usual;

    Assumption(String text, String usual) {
        this.text = text;
        this.usual = new BigDecimal(usual);
    }

    /** What it is about, with its unit. */
    public String text() {
        return text;
    }

    /** What is assumed where nobody says otherwise. */
    public BigDecimal usual() {
        return usual;
    }

    /** As it is written in files and on command lines: {@code nat-gb}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Assumption> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
