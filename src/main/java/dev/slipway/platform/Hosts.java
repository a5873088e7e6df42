package dev.slipway.platform;

/**
 * The host names under which the routes of an environment are reached.
 *
 * @param pattern a host name, in which {@code <service>} stands for the name of each service
 */
public record Hosts(String pattern) {
    private static final String SERVICE = "<service>";

    /** The host of a service: the same for all, unless the pattern names the service. */
    public String of(Service service) {
        return pattern.replace(SERVICE, service.name());
    }

    /** Whether each service has a host of its own. */
    public boolean perService() {
        return pattern.contains(SERVICE);
    }
}
