package dev.slipway.ordering.starter.database;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is and how its server is checked.
 *
 * @param sslMode disable, require or verify-full, as libpq names them
 * @param sslRootCert the path of a PEM file; empty trusts what the JVM trusts
 * @param lifetime of a connection: so long an instance works on after its password was changed
 */
@ConfigurationProperties("slipway.database")
record DatabaseProperties(
        String host,
        int port,
        String name,
        String username,
        String password,
        String sslMode,
        @DefaultValue("") String sslRootCert,
        @DefaultValue("10") int connections,
        @DefaultValue("30m") Duration lifetime) {
    private static final String SOCKET_TIMEOUT_SECONDS = "15";
    private static final String CONNECT_TIMEOUT_SECONDS = "3";

    String url() {
        return "jdbc:postgresql://%s:%s/%s".formatted(host, port, name);
    }

    /** What the driver is told beside the address. */
    Map<String, String> driver() {
        Map<String, String> driver = new LinkedHashMap<>();
        driver.put("sslmode", sslMode);
        if (!sslRootCert.isBlank()) {
            driver.put("sslrootcert", sslRootCert);
        } else if (sslMode.startsWith("verify")) {
            driver.put("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        driver.put("socketTimeout", SOCKET_TIMEOUT_SECONDS);
        driver.put("connectTimeout", CONNECT_TIMEOUT_SECONDS);
        driver.put("tcpKeepAlive", "true");
        driver.put("reWriteBatchedInserts", "true");
        // a violated constraint quotes the values of the row, and exceptions are logged
        driver.put("logServerErrorDetail", "false");
        return driver;
    }

    @Override
    public String toString() {
        return "%s as %s, sslmode %s".formatted(url(), username, sslMode);
    }
}
