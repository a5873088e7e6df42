package dev.slipway.capability.storage.volume;

import static dev.slipway.capability.storage.volume.PersistentVolumes.persistentVolumes;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.platform.Autoscaling.autoscale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolumeRulesTest {
    private static List<String> problems(Service service) {
        return Sample.with().services(service).problems().stream().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data", "/", "/tmp", "/tmp/a", "/usr", "/Data", "/a/../b", "/a/", "/proc/1"})
    void failsOnAPathThatHidesTheImageOrIsNone(String path) {
        assertThat(problems(Service.go("index").needs(volume(path, 20))))
                .containsExactly(
                        "storage/volume-path: The path (%s) of a volume of service index must be an absolute folder in lower case that hides nothing of the image. Fix: write it as volume(\"/var/lib/index\", 20)."
                                .formatted(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data", "/var/lib/index", "/usr2", "/tmpl", "/files"})
    void passesOnAFolderOfItsOwn(String path) {
        assertThat(problems(Service.go("index").needs(volume(path, 20)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16_385})
    void failsOnASizeThatNoDiskHas(int size) {
        assertThat(problems(Service.go("index").needs(volume("/data", size))))
                .containsExactly(
                        "storage/volume-size: The size (%s GiB) of the volume /data of service index must be 1 to 16384 GiB. Fix: write it as volume(\"/data\", 20)."
                                .formatted(size));
        assertThat(problems(Service.go("index").needs(volume("/data", 16_384)))).isEmpty();
    }

    @Test
    void failsWhenTwoAreInOnePlace() {
        assertThat(problems(Service.go("index").needs(volume("/a/b", 1), volume("/a.b", 2))))
                .containsExactly(
                        "storage/volume-twice: The path (/a.b) of a volume of service index is that of another, or differs from it by marks alone; each needs its own. Fix: rename one of the two, or remove it.");
        assertThat(problems(Service.go("index").needs(volume("/a/b", 1), volume("/a/c", 2))))
                .isEmpty();
    }

    @Test
    void failsForAJob() {
        assertThat(problems(Service.go("index").once().needs(volume("/data", 1))))
                .containsExactly(
                        "storage/volume-of-job: Job index has a volume (/data), which only a server or worker keeps; it must keep what it makes elsewhere. Fix: use a bucket or a database, or scratch(..) for what need not last.");
        assertThat(problems(Service.go("index").worker().needs(volume("/data", 1))))
                .isEmpty();
    }

    @Test
    void failsOnAClassThatIsNoName() {
        assertThat(Sample.with(persistentVolumes().storageClass("GP3")).problems())
                .first()
                .isEqualTo(
                        "storage/class: The storage class (GP3) of volumes must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit. Fix: name one that kubectl get storageclass shows.");
    }

    @Test
    void warnsWhereAnAutoscalerWouldBeOfNoUse() {
        Service index = Service.go("index").needs(volume("/data", 1));
        assertThat(Sample.with(autoscale(1, 3)).services(index).problems())
                .first()
                .isEqualTo(
                        "storage/volume-scaled: Service index has a volume in environment dev, and so stays at its replicas (1) whatever the autoscaling. Fix: choose its number with the sizing, or keep its data elsewhere.");
        assertThat(Sample.with(autoscale(2, 2)).services(index).problems()).isEmpty();
    }
}
