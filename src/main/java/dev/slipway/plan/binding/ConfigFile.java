package dev.slipway.plan.binding;

/**
 * A text that the pods of a service find in a file, which they cannot write: settings or certificates, never secrets. The
 * pods restart when it changes.
 *
 * <pre>{@code
 * ConfigFile authorities = ConfigFile.in("/etc/slipway/rds", "ca.pem", certificates, "postgres");
 * Binding.ofFiles(authorities).and(Binding.ofVariables(
 *     Variable.plain("DATABASE_SSL_ROOT_CERT", authorities.path(), "postgres")))
 * }</pre>
 *
 * @param name of the file: {@code ca.pem}
 * @param folder absolute, and the file's own: what the image has there is hidden by it
 * @param reason the need, in a reader's words
 */
public record ConfigFile(String name, String text, String folder, String reason) {
    public static ConfigFile in(String folder, String name, String text, String reason) {
        return new ConfigFile(name, text, folder, reason);
    }

    /** Where the container finds it: {@code /etc/slipway/rds/ca.pem}. */
    public String path() {
        return folder + "/" + name;
    }

    /** Its key among all files of a service: {@code etc.slipway.rds.ca.pem}. */
    public String key() {
        return path().substring(1).replace('/', '.');
    }
}
