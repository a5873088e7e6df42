package dev.slipway.capability.database.engine;

import static dev.slipway.capability.database.AuroraPostgres.auroraPostgres;
import static dev.slipway.capability.database.Databases.mysql;
import static dev.slipway.capability.database.Databases.oracle;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.ExistingPostgres.existingPostgres;
import static dev.slipway.capability.database.RdsMysql.rdsMysql;
import static dev.slipway.capability.database.RdsOracle.rdsOracle;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.capability.cluster.EksAutoMode;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustTest {
    private static final Service ORDER = Service.java("order").needs(postgres());

    private static List<X509Certificate> certificates(String pem) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw new IllegalArgumentException(pem, e);
        }
    }

    private static ServicePlan planned(Choice database) {
        return Sample.with(database).services(ORDER).planned("order");
    }

    private static String mode(ServicePlan service) {
        return service.variables().stream()
                .filter(variable -> variable.name().equals("DATABASE_SSL_MODE"))
                .map(variable -> ((Variable.Source.Plain) variable.source()).value())
                .findFirst()
                .orElse("");
    }

    private static Plan in(String region, Choice database, Service service) {
        return Slipway.plan(Platform.named("shop")
                .services(service)
                .environments(
                        Environment.named("dev").in("111122223333", region).with(EksAutoMode.eksAutoMode(), database)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eu-central-1", "us-east-1", "ap-southeast-4", "me-south-1"})
    void holdsTheRootsOfARegionAndNoOther(String region) {
        List<X509Certificate> roots = certificates(Authorities.ofServers(region).orElseThrow());

        assertThat(roots)
                .extracting(root -> root.getSubjectX500Principal().getName().replaceAll(".*CN=([^,]*).*", "$1"))
                .containsExactlyInAnyOrder(
                        "Amazon RDS %s Root CA RSA2048 G1".formatted(region),
                        "Amazon RDS %s Root CA RSA4096 G1".formatted(region),
                        "Amazon RDS %s Root CA ECC384 G1".formatted(region));
        Date afterLong =
                Date.from(LocalDate.of(2060, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(roots).allSatisfy(root -> {
            assertThatCode(() -> root.verify(root.getPublicKey())).doesNotThrowAnyException();
            assertThat(root.getNotAfter()).isAfter(afterLong);
        });
    }

    @Test
    void holdsTheRootsOfProxies() {
        assertThat(certificates(Authorities.ofProxies()))
                .extracting(root -> root.getSubjectX500Principal().getName())
                .anyMatch(name -> name.contains("Amazon Root CA 1"))
                .hasSize(5);
    }

    @Test
    void findsNoFileBySomethingThatIsNoRegion() {
        assertThat(Authorities.ofServers("proxies")).isEmpty();
        assertThat(Authorities.ofServers("../authorities/eu-central-1")).isEmpty();
    }

    @Test
    void putsTheRootsIntoThePodsOfTheService() {
        assertThat(planned(rdsPostgres()).files())
                .containsExactly(ConfigFile.in(
                        "/etc/slipway/database",
                        "ca.pem",
                        Authorities.ofServers("eu-central-1").orElseThrow(),
                        "postgres"));
        assertThat(planned(auroraPostgres()).files())
                .isEqualTo(planned(rdsPostgres()).files());
    }

    @Test
    void givesTheSetUpTheRootsOfTheServer() {
        assertThat(planned(rdsPostgres().proxy()).tasks().get(0).files())
                .containsEntry("ca.pem", Authorities.ofServers("eu-central-1").orElseThrow());
    }

    @Test
    void believesTheProxyToo() {
        ConfigFile file = planned(rdsPostgres().proxy()).files().get(0);

        assertThat(certificates(file.text())).hasSize(8);
        assertThat(file.text()).endsWith(Authorities.ofProxies());
    }

    @Test
    void knowsFromTheNameOfAnExistingServerWhereItIs() {
        String master = "shared/postgres/master";
        String group = "sg-0123456789abcdef0";
        ServicePlan inIreland = planned(existingPostgres("main.abc123.eu-west-1.rds.amazonaws.com", group, master));
        ServicePlan proxied = planned(existingPostgres("main.proxy-abc123.eu-west-1.rds.amazonaws.com", group, master));
        ServicePlan own = planned(existingPostgres("database.example.com", group, master));

        assertThat(mode(inIreland)).isEqualTo("verify-full");
        assertThat(inIreland.files().get(0).text())
                .isEqualTo(Authorities.ofServers("eu-west-1").orElseThrow());
        assertThat(certificates(proxied.files().get(0).text())).hasSize(8);
        assertThat(mode(own)).isEqualTo("require");
        assertThat(own.files()).isEmpty();
        assertThat(own.tasks().get(0).files()).containsOnlyKeys("setup.sql");
    }

    @Test
    void warnsWhereItKnowsNobodyAndEncryptsAllTheSame() {
        Plan plan = in("il-central-1", rdsPostgres(), ORDER);

        assertThat(plan.problems())
                .extracting(Problem::toString)
                .singleElement()
                .asString()
                .startsWith("warning database/authorities at TrustTest.java:")
                .contains(
                        "Whose certificates PostgreSQL has in region il-central-1 of environment dev is not known (0); connections are encrypted, and services cannot tell whose server it is.",
                        "Fix: nothing is to be done but to wait for a release that knows them, or to choose another region.");
        ServicePlan order = plan.environments().get(0).services().get(0);
        assertThat(mode(order)).isEqualTo("require");
        assertThat(order.files()).isEmpty();
        assertThat(order.tasks().get(0).variables())
                .noneMatch(variable -> variable.name().equals("PGSSLROOTCERT"));
        assertThat(in("eu-central-2", rdsPostgres(), ORDER).problems()).isEmpty();
        assertThat(in("il-central-1", rdsPostgres(), Service.java("order")).problems())
                .isEmpty();
    }

    @Test
    void callsItAsMySqlDoes() {
        Service blog = Service.java("order").needs(mysql());
        ServicePlan unknown = in("il-central-1", rdsMysql(), blog)
                .environments()
                .get(0)
                .services()
                .get(0);

        assertThat(mode(Sample.with(rdsMysql()).services(blog).planned("order")))
                .isEqualTo("VERIFY_IDENTITY");
        assertThat(mode(unknown)).isEqualTo("REQUIRED");
        assertThat(unknown.tasks().get(0).command()).contains("--ssl-mode=REQUIRED");
    }

    @Test
    void saysNothingOfOracle() {
        ServicePlan order = Sample.with(rdsOracle())
                .services(Service.java("order").needs(oracle()))
                .planned("order");

        assertThat(order.files()).isEmpty();
        assertThat(mode(order)).isEmpty();
    }
}
