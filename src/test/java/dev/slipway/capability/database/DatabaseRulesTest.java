package dev.slipway.capability.database;

import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.ExistingPostgres.existingPostgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseRulesTest {
    private static final String HOST = "main.example.com";
    private static final String GROUP = "sg-0123456789abcdef0";
    private static final String SECRET = "shared/postgres";

    private static List<String> problems(Choice provider) {
        return Sample.with(provider).problems();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments(
                        rdsPostgres().instanceClass("m7g.large"),
                        "database/instance-class: The instance class (m7g.large) of RDS must be one such as db.t4g.small. Fix: choose instanceClass(\"db.t4g.small\").",
                        rdsPostgres().instanceClass("db.m7g.large")),
                arguments(
                        rdsMysql().storage(19),
                        "database/storage: The storage (19 GiB) of RDS must be 20 to 13107 GiB. Fix: choose storage(20).",
                        rdsMysql().storage(20)),
                arguments(
                        rdsPostgres().storage(13_108),
                        "database/storage: The storage (13108 GiB) of RDS must be 20 to 13107 GiB. Fix: choose storage(20).",
                        rdsPostgres().storage(13_107)),
                arguments(
                        rdsOracle().instanceClass("db.m7g.large"),
                        "database/oracle-class: The instance class (db.m7g.large) of Oracle must have Intel or AMD processors and be small to 4xlarge, such as db.t3.medium. Fix: choose instanceClass(\"db.t3.medium\").",
                        rdsOracle().instanceClass("db.m7i.large")),
                arguments(
                        rdsOracle().instanceClass("db.m6i.8xlarge"),
                        "database/oracle-class: The instance class (db.m6i.8xlarge) of Oracle must have Intel or AMD processors and be small to 4xlarge, such as db.t3.medium. Fix: choose instanceClass(\"db.t3.medium\").",
                        rdsOracle().instanceClass("db.m6i.4xlarge")),
                arguments(
                        rdsOracle().databaseName("BOOKSHELF"),
                        "database/oracle-name: The database name (BOOKSHELF) of Oracle must be 1 to 8 capital letters and digits, a letter first. Fix: choose databaseName(\"ORCL\").",
                        rdsOracle().databaseName("BOOKSHLF")),
                arguments(
                        rdsOracle().characterSet("utf-8"),
                        "database/oracle-character-set: The character set (utf-8) of Oracle must be one that Oracle knows, in capital letters and digits. Fix: choose characterSet(\"AL32UTF8\").",
                        rdsOracle().characterSet("WE8ISO8859P15")),
                arguments(
                        rdsPostgres().backups(36),
                        "database/backups: The backups (36 days) of RDS must be kept for 1 to 35 days. Fix: choose backups(35).",
                        rdsPostgres().backups(35)),
                arguments(
                        auroraPostgres().backups(0),
                        "database/backups: The backups (0 days) of RDS must be kept for 1 to 35 days. Fix: choose backups(35).",
                        auroraPostgres().backups(1)),
                arguments(
                        rdsMysql().restoreFrom("before import"),
                        "database/snapshot: The snapshot (before import) that a database is restored from must be the name or the ARN of one. Fix: name it as RDS lists it, such as restoreFrom(\"before-import\").",
                        rdsMysql().restoreFrom("arn:aws:rds:eu-central-1:111122223333:snapshot:before-import")),
                arguments(
                        rdsMysql().majorVersion("9.0"),
                        "database/major-version: The major version (9.0) of MySQL must be one of 8.0, 8.4. Fix: choose majorVersion(\"8.4\").",
                        rdsMysql().majorVersion("8.0")),
                arguments(
                        rdsPostgres().majorVersion("17").upgradeFrom("18"),
                        "database/upgrade: The major version (18) that PostgreSQL 17 is upgraded from must be an older one that RDS has (14, 15, 16). Fix: name the version that runs today, or leave upgradeFrom out.",
                        rdsPostgres().majorVersion("17").upgradeFrom("16")),
                arguments(
                        rdsPostgres().readReplicas(16),
                        "database/replicas: The read replicas (16) of PostgreSQL must be 0 to 15. Fix: choose readReplicas(1).",
                        rdsPostgres().readReplicas(15)),
                arguments(
                        auroraPostgres().capacity(0.3, 8),
                        "database/capacity: The capacity (0.3 to 8.0) of Aurora must be two numbers of halves from 0 to 256, the second at least 1 and no less than the first. Fix: choose capacity(0.5, 8).",
                        auroraPostgres().capacity(0.5, 8)),
                arguments(
                        auroraPostgres().capacity(4, 2),
                        "database/capacity: The capacity (4.0 to 2.0) of Aurora must be two numbers of halves from 0 to 256, the second at least 1 and no less than the first. Fix: choose capacity(0.5, 8).",
                        auroraPostgres().capacity(2, 2)),
                arguments(
                        existingPostgres("main.example.com:5432", GROUP, SECRET),
                        "database/existing-host: The host (main.example.com:5432) of the existing PostgreSQL must be a name or an address, without a port. Fix: name it as AWS shows it, such as \"main.abc123.eu-central-1.rds.amazonaws.com\".",
                        existingPostgres("10.0.7.12", GROUP, SECRET)),
                arguments(
                        existingPostgres(HOST, "database", SECRET),
                        "database/existing-security-group: The security group (database) of the existing PostgreSQL must be the id of one. Fix: name it as AWS shows it, such as \"sg-0123456789abcdef0\".",
                        existingPostgres(HOST, "sg-01234567", SECRET)),
                arguments(
                        existingPostgres(HOST, GROUP, "arn:aws:secretsmanager:eu-central-1:111122223333:secret:x"),
                        "database/existing-secret: The secret (arn:aws:secretsmanager:eu-central-1:111122223333:secret:x) of the existing PostgreSQL must be the name of one in Secrets Manager, not its ARN. Fix: name it as AWS shows it, such as \"shared/postgres/master\".",
                        existingPostgres(HOST, GROUP, "x")),
                arguments(
                        existingPostgres(HOST, GROUP, SECRET).port(65_536),
                        "database/existing-port: The port (65536) of the existing PostgreSQL must be 1 to 65535. Fix: choose port(5432).",
                        existingPostgres(HOST, GROUP, SECRET).port(65_535)),
                arguments(
                        existingPostgres(HOST, GROUP, SECRET).within("10.9.1.0/16"),
                        "database/existing-range: The range (10.9.1.0/16) of the existing PostgreSQL must be an IPv4 range whose host part is zero. Fix: write it as within(\"10.9.0.0/16\").",
                        existingPostgres(HOST, GROUP, SECRET).within("10.9.0.0/16")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatAwsWouldRefuseAndNothingBesideIt(Choice wrong, String problem, Choice nearMiss) {
        // both environments choose it, so it is said once
        assertThat(problems(wrong)).containsExactly(problem);
        assertThat(problems(nearMiss)).isEmpty();
    }

    @Test
    void refusesToPauseInProduction() {
        assertThat(problems(auroraPostgres().capacity(0, 8)))
                .containsExactly(
                        "database/pause: Aurora must not pause (0) in production environment prod: the first request would wait 15 seconds. Fix: choose at least a half, such as capacity(0.5, 8).");
        assertThat(problems(auroraPostgres())).isEmpty();
    }

    @Test
    void refusesToPauseBehindAProxy() {
        assertThat(problems(auroraPostgres().proxy().capacity(0, 8)))
                .contains(
                        "database/pause: Aurora cannot pause (0) behind a proxy in environment dev: the proxy keeps connections open. Fix: choose at least a half, such as capacity(0.5, 8).");
        assertThat(problems(auroraPostgres().proxy())).isEmpty();
    }

    @Test
    void refusesServicesThatAreCalledLikeSomethingOfTheServer() {
        assertThat(Sample.with(rdsPostgres())
                        .services(Service.java("slipway").needs(postgres()))
                        .problems())
                .containsExactly(
                        "database/reserved-name: The name (slipway) of a service with a database must be none that PostgreSQL has of its own. Fix: name the service after what it does.");
        assertThat(Sample.with(rdsMysql())
                        .services(Service.java("postgres").needs(mysql()), Service.java("slipway"))
                        .problems())
                .isEmpty();
        assertThat(Sample.with(rdsOracle())
                        .services(Service.java("system").needs(oracle()))
                        .problems())
                .isEmpty();
    }

    @Test
    void refusesAServiceWithTwoDatabases() {
        assertThat(Sample.with(rdsPostgres(), rdsMysql())
                        .services(Service.java("order").needs(postgres(), mysql()))
                        .problems())
                .containsExactly(
                        "database/several: Service order asks for more than one database (postgres, mysql); it must have one. Fix: keep the one that holds its state, and move the other to a service of its own.");
    }

    @Test
    void refusesTwoProvidersOfOneEngineAndTakesOneOfEach() {
        assertThat(problems(rdsPostgres())).isEmpty();
        assertThat(Sample.with(rdsPostgres(), auroraPostgres()).problems())
                .anyMatch(
                        problem -> problem.startsWith(
                                "choice/duplicate: Environment dev chooses two of one kind (RdsPostgres and AuroraPostgres, both PostgresNeed)"));
        assertThat(Sample.with(auroraPostgres(), rdsMysql(), rdsOracle()).problems())
                .isEmpty();
    }

    @Test
    void reportsANeedOfAnEngineThatNobodyProvides() {
        assertThat(Sample.with(rdsPostgres())
                        .services(Service.java("blog").needs(mysql()))
                        .problems())
                .anyMatch(problem -> problem.startsWith(
                        "need/unmet: Service blog needs what nothing provides (mysql) in environment dev"));
    }
}
