package dev.slipway.capability.database;

import dev.slipway.platform.Need;

/**
 * A relational database of a service's own, with a credential of its own. Each engine is a family, so that an environment
 * can choose a provider for each: {@code with(rdsPostgres(), rdsMysql())}.
 */
public sealed interface DatabaseNeed extends Need permits PostgresNeed, MySqlNeed, OracleNeed {}
