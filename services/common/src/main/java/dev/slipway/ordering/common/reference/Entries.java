package dev.slipway.ordering.common.reference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The entries in the database. One that is removed keeps its row, so that its version goes on growing. */
@Component
final class Entries {
    private static final String ALL =
            "SELECT code, kind, name, parent, position, active, version FROM reference_entries ";

    private final JdbcClient database;

    Entries(JdbcClient database) {
        this.database = database;
    }

    /** The revision; until the end of the transaction nobody else changes anything. */
    long lock() {
        return database.sql("SELECT revision FROM reference_revision FOR UPDATE")
                .query(Long.class)
                .single();
    }

    long revision() {
        return database.sql("SELECT revision FROM reference_revision")
                .query(Long.class)
                .single();
    }

    /** The revision after the change. */
    long raise() {
        return database.sql("UPDATE reference_revision SET revision = revision + 1 RETURNING revision")
                .query(Long.class)
                .single();
    }

    List<Entry> all() {
        return database.sql(ALL + "WHERE NOT removed ORDER BY kind, position NULLS LAST, code")
                .query(Entries::read)
                .list();
    }

    Optional<Entry> find(String code) {
        return database.sql(ALL + "WHERE code = ? AND NOT removed")
                .param(code)
                .query(Entries::read)
                .optional();
    }

    /** The last version that a code has had, also of an entry that is removed. */
    long lastVersion(String code) {
        return database.sql("SELECT coalesce(max(version), 0) FROM reference_entries WHERE code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    void put(Entry entry) {
        database.sql("INSERT INTO reference_entries (code, kind, name, parent, position, active, version,"
                        + " published_version) VALUES (:code, :kind, :name, :parent, :position, :active, :version,"
                        + " :version) ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name,"
                        + " parent = excluded.parent, position = excluded.position, active = excluded.active,"
                        + " version = excluded.version, published_version = excluded.version, removed = false")
                .param("code", entry.code())
                .param("kind", entry.kind().text())
                .param("name", entry.name())
                .param("parent", entry.parent())
                .param("position", entry.position())
                .param("active", entry.active())
                .param("version", entry.version())
                .update();
    }

    void remove(String code) {
        database.sql("UPDATE reference_entries SET removed = true, version = version + 1,"
                        + " published_version = version + 1 WHERE code = ?")
                .param(code)
                .update();
    }

    boolean hasChildren(String code) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM reference_entries WHERE parent = ? AND NOT removed)")
                .param(code)
                .query(Boolean.class)
                .single();
    }

    /** Whether a code is the other, or stands above it. */
    boolean isAbove(String code, String other) {
        return database.sql("WITH RECURSIVE above AS (SELECT code, parent FROM reference_entries WHERE code = :other"
                        + " UNION SELECT e.code, e.parent FROM reference_entries e JOIN above ON e.code = above.parent)"
                        + " SELECT EXISTS (SELECT 1 FROM above WHERE code = :code)")
                .param("code", code)
                .param("other", other)
                .query(Boolean.class)
                .single();
    }

    /** Entries that a migration brought, and nobody has published yet. */
    List<Entry> unpublished() {
        return database.sql(ALL + "WHERE NOT removed AND published_version < version ORDER BY code FOR UPDATE")
                .query(Entries::read)
                .list();
    }

    void published() {
        database.sql("UPDATE reference_entries SET published_version = version WHERE published_version < version")
                .update();
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("code"),
                Kind.of(row.getString("kind")),
                row.getString("name"),
                row.getString("parent"),
                row.getObject("position", Integer.class),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
