package dev.slipway.capability.storage.volume;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with volumes and with who has them. */
final class VolumeChecks {
    /** In lower case, as it becomes the volume's name too, which has at most 63 characters. */
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9]([a-z0-9._-]*[a-z0-9])?){1,8}");

    private static final int LONGEST_PATH = 59;

    private static final Pattern TAKEN = Pattern.compile(
            "/(bin|boot|dev|etc|lib|lib64|proc|root|run|sbin|sys|tmp|usr|var)|" + "/(boot|dev|proc|run|sys|tmp)/.*");

    /** GiB: https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html. */
    private static final int LARGEST = 16_384;

    private VolumeChecks() {}

    static Stream<Problem> of(Place place, PersistentVolumes volumes) {
        List<Claim<Volume>> claims = place.claims(Volume.class);
        return Stream.of(
                        storageClass(volumes),
                        claims.stream().flatMap(VolumeChecks::itself),
                        place.servicesWith(Volume.class).stream()
                                .flatMap(service -> Stream.concat(twice(service), runsOn(service))),
                        place.choice(Autoscaling.class).stream().flatMap(scaling -> scaled(place, scaling)))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> storageClass(PersistentVolumes volumes) {
        return volumes.ofClass().stream()
                .filter(name -> !Syntax.isDnsLabel(name))
                .map(name -> error(
                        "storage/class",
                        volumes.origin(),
                        "The storage class (%s) of volumes must be %s.".formatted(name, Syntax.DNS_LABEL_RULE),
                        "name one that kubectl get storageclass shows."));
    }

    private static Stream<Problem> itself(Claim<Volume> claim) {
        Volume volume = claim.need();
        Stream.Builder<Problem> problems = Stream.builder();
        boolean isPath = PATH.matcher(volume.path()).matches()
                && volume.path().length() <= LONGEST_PATH
                && !TAKEN.matcher(volume.path()).matches();
        if (!isPath) {
            problems.add(error(
                    "storage/volume-path",
                    claim.origin(),
                    "The path (%s) of a volume of service %s must be an absolute folder in lower case that hides nothing of the image."
                            .formatted(volume.path(), claim.service().name()),
                    "write it as volume(\"/var/lib/%s\", 20)."
                            .formatted(claim.service().name())));
        }
        if (volume.gibibytes() < 1 || volume.gibibytes() > LARGEST) {
            problems.add(error(
                    "storage/volume-size",
                    claim.origin(),
                    "The size (%s GiB) of the volume %s of service %s must be 1 to %s GiB."
                            .formatted(
                                    volume.gibibytes(),
                                    volume.path(),
                                    claim.service().name(),
                                    LARGEST),
                    "write it as volume(\"%s\", 20).".formatted(volume.path())));
        }
        return problems.build();
    }

    private static Stream<Problem> twice(Service service) {
        Map<String, Volume> first = new LinkedHashMap<>();
        return service.needs(Volume.class).stream()
                .filter(volume -> PATH.matcher(volume.path()).matches())
                .filter(volume -> first.putIfAbsent(PersistentVolumes.nameOf(volume), volume) != null)
                .map(volume -> error(
                        "storage/volume-twice",
                        volume.origin(),
                        "The path (%s) of a volume of service %s is that of another, or differs from it by marks alone; each needs its own."
                                .formatted(volume.path(), service.name()),
                        "rename one of the two, or remove it."));
    }

    private static Stream<Problem> runsOn(Service service) {
        return service.workload().isLongRunning()
                ? Stream.empty()
                : service.needs(Volume.class).stream()
                        .map(volume -> error(
                                "storage/volume-of-job",
                                volume.origin(),
                                "Job %s has a volume (%s), which only a server or worker keeps; it must keep what it makes elsewhere."
                                        .formatted(service.name(), volume.path()),
                                "use a bucket or a database, or scratch(..) for what need not last."));
    }

    /** Each replica has its data: one that comes begins without, and one that goes takes them away. */
    private static Stream<Problem> scaled(Place place, Autoscaling scaling) {
        return place.servicesWith(Volume.class).stream()
                .filter(service -> service.workload().isLongRunning())
                .limit(scaling.min() == scaling.max() ? 0 : Long.MAX_VALUE)
                .map(service -> warning(
                        "storage/volume-scaled",
                        scaling.origin(),
                        "Service %s has a volume in environment %s, and so stays at its replicas (%s) whatever the autoscaling."
                                .formatted(
                                        service.name(),
                                        place.environment().name(),
                                        place.sizing().replicas()),
                        "choose its number with the sizing, or keep its data elsewhere."));
    }
}
