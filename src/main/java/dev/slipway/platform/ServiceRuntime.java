package dev.slipway.platform;

/** What runs inside a container: decides its probe budget, memory settings and telemetry variables. */
public enum ServiceRuntime {
    JAVA,
    PYTHON,
    GO,
    NODE,
    OTHER
}
