package dev.slipway.pricelist;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the price list calls what an estimate counts. */
final class Catalogue {
    private static final long MILLION = 1_000_000;
    private static final String EC2 = "AmazonEC2";
    private static final String MSK = "AmazonMSK";
    private static final String RDS = "AmazonRDS";
    private static final String CACHE = "AmazonElastiCache";
    private static final String MULTI_AZ = "multi-az";

    private static final Map<String, Product> PRODUCTS = new TreeMap<>();

    /** As {@code databaseEngine} of Amazon RDS. */
    private static final Map<String, String> ENGINES = Map.of(
            "postgres", "PostgreSQL",
            "mysql", "MySQL",
            "mariadb", "MariaDB",
            "aurora-postgresql", "Aurora PostgreSQL",
            "oracle-se2", "Oracle");

    static {
        add("eks/cluster", "AmazonEKS", "AmazonEKS-Hours:perCluster");
        add("vpc/nat-gateway", EC2, "NatGateway-Hours");
        add("vpc/nat-gateway-data", EC2, "NatGateway-Bytes");
        add("vpc/endpoint", "AmazonVPC", "VpcEndpoint-Hours");
        add("vpc/endpoint-data", "AmazonVPC", "VpcEndpoint-Bytes");
        add("vpc/public-ipv4", "AmazonVPC", "PublicIPv4:InUseAddress");
        add("elb/application-capacity", "AWSELB", "LCUUsage");
        PRODUCTS.put(
                "elb/application",
                Product.of("AWSELB")
                        .with("productFamily", "Load Balancer-Application")
                        .used("LoadBalancerUsage"));
        PRODUCTS.put(
                "elb/network",
                Product.of("AWSELB")
                        .with("productFamily", "Load Balancer-Network")
                        .used("LoadBalancerUsage"));
        add("msk/storage", MSK, "Kafka.Storage.GP2");
        add("msk/express-storage", MSK, "Express.Storage");
        add("msk/serverless", MSK, "KafkaServerless-ClusterHours");
        add("msk/serverless-partition", MSK, "KafkaServerless-PartitionHours");
        add("msk/serverless-storage", MSK, "KafkaServerless-StorageHours");
        add("msk/serverless-in", MSK, "KafkaServerless-In-Bytes");
        add("msk/serverless-out", MSK, "KafkaServerless-Out-Bytes");
        add("rds/gp3", RDS, "RDS:GP3-Storage");
        add("rds/gp3/multi-az", RDS, "RDS:Multi-AZ-GP3-Storage");
        PRODUCTS.put(
                "rds/aurora-capacity",
                Product.of(RDS).with("databaseEngine", "Aurora PostgreSQL").used("Aurora:ServerlessV2Usage"));
        add("secrets/secret", "AWSSecretsManager", "AWSSecretsManager-Secrets");
        add("kms/key", "awskms", "KMS-Keys");
        add("cloudwatch/alarm", "AmazonCloudWatch", "CW:AlarmMonitorUsage");
        add("logs/in", "AmazonCloudWatch", "DataProcessing-Bytes");
        add("ecr/storage", "AmazonECR", "TimedStorage-ByteHrs");
        PRODUCTS.put(
                "s3/standard",
                Product.of("AmazonS3").with("volumeType", "Standard").used("TimedStorage-ByteHrs"));
        PRODUCTS.put("lambda/duration", Product.of("AWSLambda").used("Lambda-GB-Second"));
        PRODUCTS.put("cache/valkey/serverless-storage", Product.of(CACHE).used("CachedData:Valkey"));
        PRODUCTS.put(
                "cache/valkey/serverless-requests",
                Product.of(CACHE).used("ElastiCacheProcessingUnits:Valkey").per(MILLION));
    }

    private Catalogue() {}

    private static void add(String item, String service, String usage) {
        PRODUCTS.put(item, Product.of(service).used(usage));
    }

    /** None, where nobody has said how the price list calls it. */
    static Optional<Product> of(String item) {
        return Optional.ofNullable(PRODUCTS.get(item)).or(() -> typed(item.split("/", -1)));
    }

    /** What there is in many types: machines, brokers, databases, nodes of caches. */
    private static Optional<Product> typed(String[] item) {
        String last = item[item.length - 1];
        return switch (item[0]) {
            case "ec2" -> Optional.of(machine(last));
            case "ebs" ->
                Optional.of(Product.of(EC2).with("volumeApiName", last).used("EBS:VolumeUsage." + last));
            case "eks" -> Optional.of(Product.of("AmazonEKS").used("EKS-Auto:%s-management-hours".formatted(last)));
            case "msk" -> broker(last);
            case "rds" -> item.length > 2 ? database(item) : Optional.empty();
            case "cache" ->
                item.length == 3 && last.startsWith("cache.") ? Optional.of(node(item[1], last)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Product machine(String type) {
        return Product.of(EC2)
                .with("instanceType", type)
                .with("operatingSystem", "Linux")
                .with("tenancy", "Shared")
                .with("preInstalledSw", "NA")
                .with("capacitystatus", "Used")
                .used("BoxUsage:" + type);
    }

    private static Optional<Product> broker(String type) {
        return type.startsWith("kafka.")
                ? Optional.of(Product.of(MSK).used("Kafka." + type.substring("kafka.".length())))
                : type.startsWith("express.")
                        ? Optional.of(Product.of(MSK).used("Express." + type.substring("express.".length())))
                        : Optional.empty();
    }

    private static Optional<Product> database(String[] item) {
        boolean isMultiAz = item[item.length - 1].equals(MULTI_AZ);
        String type = item[2];
        return Optional.ofNullable(ENGINES.get(item[1])).map(engine -> {
            Product product = Product.of(RDS)
                    .with("instanceType", type)
                    .with("databaseEngine", engine)
                    .with("deploymentOption", isMultiAz ? "Multi-AZ" : "Single-AZ")
                    .used((isMultiAz ? "Multi-AZUsage:" : "InstanceUsage:") + type);
            return engine.equals("Oracle")
                    ? product.with("databaseEdition", "Standard Two").with("licenseModel", "License included")
                    : product;
        });
    }

    private static Product node(String engine, String type) {
        return Product.of(CACHE)
                .with("instanceType", type)
                .with("cacheEngine", engine.equals("valkey") ? "Valkey" : "Redis")
                .used("NodeUsage:" + type);
    }
}
