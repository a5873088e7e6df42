package dev.slipway.ordering.store.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The products in the database. */
@Component
final class Products {
    private static final String VIEWS = "SELECT p.id, p.name, p.description, p.category, p.unit_price, p.currency,"
            + " p.status, p.version, s.on_hand - s.reserved AS available, s.revision"
            + " FROM products p JOIN stock s ON s.product_id = p.id ";

    private final JdbcClient database;

    Products(JdbcClient database) {
        this.database = database;
    }

    /** A product as it was at a revision, which grows with each change of it or its stock. */
    record Seen(ProductView view, long revision) {}

    /** What is looked for; the words are all in the product, or begin a word that is. */
    record Search(Optional<String> words, Optional<String> category, Optional<UUID> after, int limit) {}

    void insert(Product product, long stock) {
        write(
                product,
                "INSERT INTO products (id, name, description, category, unit_price, currency, status, version)"
                        + " VALUES (:id, :name, :description, :category, :price, :currency, :status, :version)");
        database.sql("INSERT INTO stock (product_id, on_hand) VALUES (?, ?)")
                .params(product.id(), stock)
                .update();
    }

    /** Writes a product that is locked; gives the revision after it. */
    long update(Product product) {
        write(
                product,
                "UPDATE products SET name = :name, description = :description, category = :category,"
                        + " unit_price = :price, currency = :currency, status = :status, version = :version"
                        + " WHERE id = :id");
        return database.sql("UPDATE stock SET revision = revision + 1 WHERE product_id = ? RETURNING revision")
                .param(product.id())
                .query(Long.class)
                .single();
    }

    /** The product, kept from everybody else until the end of the transaction. */
    Optional<Product> lock(UUID id) {
        return database.sql("SELECT id, name, description, category, unit_price, currency, status, version"
                        + " FROM products WHERE id = ? FOR UPDATE")
                .param(id)
                .query(Products::product)
                .optional();
    }

    Optional<Seen> find(UUID id) {
        return database.sql(VIEWS + "WHERE p.id = ?")
                .param(id)
                .query((row, number) -> new Seen(view(row, number), row.getLong("revision")))
                .optional();
    }

    /** Products for sale, by name. */
    List<ProductView> search(Search search) {
        return database.sql(VIEWS + "WHERE p.status = 'ACTIVE'"
                        + " AND (:words::text IS NULL OR p.words @@ to_tsquery('simple', :words::text))"
                        + " AND (:category::text IS NULL OR p.category = :category::text)"
                        + " AND (:after::uuid IS NULL"
                        + " OR (p.name, p.id) > (SELECT l.name, l.id FROM products l WHERE l.id = :after::uuid))"
                        + " ORDER BY p.name, p.id LIMIT :limit")
                .param("words", search.words().orElse(null))
                .param("category", search.category().orElse(null))
                .param("after", search.after().map(UUID::toString).orElse(null))
                .param("limit", search.limit())
                .query(Products::view)
                .list();
    }

    private void write(Product product, String statement) {
        database.sql(statement)
                .param("id", product.id())
                .param("name", product.name())
                .param("description", product.description().orElse(null))
                .param("category", product.category())
                .param("price", product.unitPrice())
                .param("currency", product.currency())
                .param("status", product.status().name())
                .param("version", product.version())
                .update();
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getString("description")),
                row.getString("category"),
                row.getLong("unit_price"),
                row.getString("currency"),
                Product.Status.valueOf(row.getString("status")),
                row.getInt("version"));
    }

    private static ProductView view(ResultSet row, int number) throws SQLException {
        Product product = product(row, number);
        return new ProductView(
                product.id(),
                product.name(),
                product.description().orElse(null),
                product.category(),
                product.unitPrice(),
                product.currency(),
                product.status().text(),
                row.getLong("available"),
                product.version());
    }
}
