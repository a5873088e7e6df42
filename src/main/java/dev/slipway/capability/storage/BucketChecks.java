package dev.slipway.capability.storage;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What can be wrong with declared buckets. */
final class BucketChecks {
    /** The bucket in which load balancers keep their logs. */
    private static final List<String> RESERVED = List.of("access-logs");

    /** What S3 bills for an object in this class in any case, days. https://aws.amazon.com/s3/storage-classes. */
    private static final int ARCHIVED_AT_LEAST = 90;

    private BucketChecks() {}

    static Stream<Problem> of(Place place) {
        Map<String, Claim<StorageNeed>> owners = new LinkedHashMap<>();
        List<Claim<StorageNeed>> claims = place.claims(StorageNeed.class);
        claims.stream()
                .filter(claim -> claim.need() instanceof Bucket)
                .forEach(claim -> owners.putIfAbsent(claim.need().bucket().name(), claim));
        return claims.stream()
                .flatMap(claim -> claim.need() instanceof Bucket bucket
                        ? Stream.concat(itself(bucket), differing(claim, owners))
                        : unowned(claim, owners));
    }

    private static Stream<Problem> itself(Bucket bucket) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isName(bucket.name()) || RESERVED.contains(bucket.name())) {
            problems.add(error(
                    "storage/name",
                    bucket.origin(),
                    "The name (%s) of a bucket must be %s, and not %s, which is taken."
                            .formatted(bucket.name(), Syntax.NAME_RULE, String.join(", ", RESERVED)),
                    "name what is in it, such as bucket(\"invoices\")."));
        }
        bucket.expiry().stream()
                .filter(days -> days < 1)
                .forEach(days -> problems.add(error(
                        "storage/expiry",
                        bucket.origin(),
                        "The days (%s) after which objects of bucket %s expire must be 1 or more."
                                .formatted(days, bucket.name()),
                        "write it as expireAfter(365), or leave it out to keep them.")));
        bucket.archiving().stream()
                .filter(days -> days < 0)
                .forEach(days -> problems.add(error(
                        "storage/archiving",
                        bucket.origin(),
                        "The days (%s) after which objects of bucket %s are archived must be 0 or more."
                                .formatted(days, bucket.name()),
                        "write it as archiveAfter(90).")));
        if (bucket.expiry().isPresent()
                && bucket.archiving().isPresent()
                && bucket.expiry().getAsInt() - bucket.archiving().getAsInt() < ARCHIVED_AT_LEAST) {
            problems.add(error(
                    "storage/archived-too-short",
                    bucket.origin(),
                    "The expiry (%s days) of bucket %s must be %s days or more after archiving (%s days), for which S3 bills in any case."
                            .formatted(
                                    bucket.expiry().getAsInt(),
                                    bucket.name(),
                                    ARCHIVED_AT_LEAST,
                                    bucket.archiving().getAsInt()),
                    "leave out archiveAfter(..), or expire later."));
        }
        return problems.build();
    }

    private static Stream<Problem> differing(Claim<StorageNeed> claim, Map<String, Claim<StorageNeed>> owners) {
        Claim<StorageNeed> owner = owners.getOrDefault(claim.need().bucket().name(), claim);
        return owner.need().equals(claim.need())
                ? Stream.empty()
                : Stream.of(error(
                        "storage/differs",
                        claim.origin(),
                        "The bucket (%s) of service %s is declared otherwise for service %s; services that share a bucket must declare it alike."
                                .formatted(
                                        claim.need().bucket().name(),
                                        claim.service().name(),
                                        owner.service().name()),
                        "keep it in one constant that both need."));
    }

    private static Stream<Problem> unowned(Claim<StorageNeed> claim, Map<String, Claim<StorageNeed>> owners) {
        String name = claim.need().bucket().name();
        return owners.containsKey(name)
                ? Stream.empty()
                : Stream.of(error(
                        "storage/no-owner",
                        claim.origin(),
                        "Service %s reads the bucket (%s) that no service keeps; one must."
                                .formatted(claim.service().name(), name),
                        "let a service need bucket(\"%s\").".formatted(name)));
    }
}
