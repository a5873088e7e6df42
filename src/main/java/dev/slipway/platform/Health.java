package dev.slipway.platform;

/**
 * The HTTP paths that tell whether a server can take requests ({@code readiness}) and whether it has to be restarted
 * ({@code liveness}).
 */
public record Health(String readiness, String liveness) {
    /** The groups of Spring Boot's actuator. */
    public static final Health ACTUATOR = new Health("/actuator/health/readiness", "/actuator/health/liveness");

    /** The paths that Kubernetes' own components use. */
    public static final Health PLAIN = new Health("/readyz", "/livez");

    static Health of(ServiceRuntime runtime) {
        return runtime == ServiceRuntime.JAVA ? ACTUATOR : PLAIN;
    }
}
