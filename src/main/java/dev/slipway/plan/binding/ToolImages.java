package dev.slipway.plan.binding;

/** The images of what runs in the cluster beside services, each pinned here and nowhere else. */
public final class ToolImages {
    /** Python with its own library only, for scripts that need no other. */
    public static final String PYTHON = "public.ecr.aws/docker/library/python:3.13.9-alpine";

    /** The official PostgreSQL, with psql of the same version. */
    public static final String POSTGRES = "public.ecr.aws/docker/library/postgres:18.6-alpine";

    /** The official Apache Kafka on a JVM: https://kafka.apache.org/42/getting-started/docker. */
    public static final String KAFKA = "docker.io/apache/kafka:4.2.1";

    /** The official Valkey: https://valkey.io/download/releases/v9-0-8. */
    public static final String VALKEY = "docker.io/valkey/valkey:9.0.8-alpine";

    private ToolImages() {}
}
