package dev.slipway.ordering.starter.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Makes connections, and remembers whether the server still takes the password. */
final class WatchedDataSource extends DelegatingDataSource {
    /** invalid_authorization_specification, invalid_password */
    private static final String AUTHORIZATION = "28";

    private volatile boolean refused;

    WatchedDataSource(DataSource driver) {
        super(driver);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            Connection connection = super.getConnection();
            refused = false;
            return connection;
        } catch (SQLException e) {
            refused = refused || Optional.ofNullable(e.getSQLState()).orElse("").startsWith(AUTHORIZATION);
            throw e;
        }
    }

    /** Whether the password was refused, and has not been taken since. */
    boolean isRefused() {
        return refused;
    }
}
