package dev.slipway.capability.storage;

import static dev.slipway.capability.storage.Bucket.bucket;
import static dev.slipway.capability.storage.Bucket.reads;
import static dev.slipway.capability.storage.S3.s3;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketRulesTest {
    private static List<String> problemsOf(Service... services) {
        return Premises.plan(Platform.named("shop")
                        .services(services)
                        .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, s3())))
                .problems()
                .stream()
                .map(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }

    private static List<String> problemsOf(Bucket bucket) {
        return problemsOf(Service.java("order").needs(bucket));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Invoices", "in_voices", "in--voices", "-invoices", "1nvoices", "in.voices", "access-logs"})
    void failsWhenANameIsNone(String name) {
        assertThat(problemsOf(bucket(name)))
                .containsExactly(
                        "storage/name: The name (%s) of a bucket must be 1 to 63 lower-case letters, digits or single hyphens, starting with a letter and ending with a letter or digit, and not access-logs, which is taken. Fix: name what is in it, such as bucket(\"invoices\")."
                                .formatted(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invoices", "tax-invoices-2", "access-log"})
    void acceptsNames(String name) {
        assertThat(problemsOf(bucket(name))).isEmpty();
    }

    @Test
    void failsWhenObjectsExpireBeforeTheyAreADayOld() {
        assertThat(problemsOf(bucket("invoices").expireAfter(0)))
                .containsExactly(
                        "storage/expiry: The days (0) after which objects of bucket invoices expire must be 1 or more. Fix: write it as expireAfter(365), or leave it out to keep them.");
        assertThat(problemsOf(bucket("invoices").expireAfter(1))).isEmpty();
    }

    @Test
    void failsWhenObjectsAreArchivedBeforeTheyAreWritten() {
        assertThat(problemsOf(bucket("invoices").archiveAfter(-1)))
                .containsExactly(
                        "storage/archiving: The days (-1) after which objects of bucket invoices are archived must be 0 or more. Fix: write it as archiveAfter(90).");
        assertThat(problemsOf(bucket("invoices").archiveAfter(0))).isEmpty();
    }

    @Test
    void failsWhenArchivingCostsMoreThanItSaves() {
        assertThat(problemsOf(bucket("invoices").archiveAfter(30).expireAfter(119)))
                .containsExactly(
                        "storage/archived-too-short: The expiry (119 days) of bucket invoices must be 90 days or more after archiving (30 days), for which S3 bills in any case. Fix: leave out archiveAfter(..), or expire later.");
        assertThat(problemsOf(bucket("invoices").archiveAfter(30).expireAfter(120)))
                .isEmpty();
    }

    @Test
    void failsWhenServicesDeclareABucketDifferently() {
        assertThat(problemsOf(
                        Service.java("order").needs(bucket("invoices")),
                        Service.java("billing").needs(bucket("invoices").expireAfter(30))))
                .containsExactly(
                        "storage/differs: The bucket (invoices) of service billing is declared otherwise for service order; services that share a bucket must declare it alike. Fix: keep it in one constant that both need.");
        assertThat(problemsOf(
                        Service.java("order").needs(bucket("invoices")),
                        Service.java("billing").needs(bucket("invoices"))))
                .isEmpty();
    }

    @Test
    void failsWhenABucketIsReadThatNobodyKeeps() {
        assertThat(problemsOf(
                        Service.java("order").needs(bucket("invoices")),
                        Service.java("report").needs(reads(bucket("invoice")))))
                .containsExactly(
                        "storage/no-owner: Service report reads the bucket (invoice) that no service keeps; one must. Fix: let a service need bucket(\"invoice\").");
        assertThat(problemsOf(
                        Service.java("report").needs(reads(bucket("invoices"))),
                        Service.java("order").needs(bucket("invoices"))))
                .isEmpty();
    }
}
