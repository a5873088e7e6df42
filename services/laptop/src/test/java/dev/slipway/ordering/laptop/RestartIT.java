package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.laptop.shop.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a named folder keeps. */
@ExtendWith(SharedLaptop.Given.class)
final class RestartIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void ordersUsersAndTopicsAreThereAfterARestartEvenOfAKilledLaptopThatLeftNoProcess(SharedLaptop laptop) {
        Shop shop = laptop.shop();
        Shop.User ada = shop.newUser();
        String before = shop.ordered(ada, shop.product(Seeded.PLENTY), "pm_card");
        shop.decided(ada, before);
        String undecided = shop.ordered(ada, shop.product(Seeded.PLENTY), "pm_slow");

        List<ProcessHandle> processes = laptop.kill();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(processes).hasSizeGreaterThan(4).noneMatch(ProcessHandle::isAlive));
        laptop.startAgain();

        Shop again = laptop.shop();
        Shop.User same = new Shop.User(ada.email(), again.signIn(ada.email()));
        assertThat(again.orders(same)).hasSize(2);
        assertThat(again.read(same, before).path("status").asString()).isEqualTo("confirmed");
        assertThat(again.decided(same, undecided).path("status").asString()).isEqualTo("confirmed");
        assertThat(again.product(Seeded.PLENTY).path("id")).isNotNull();
    }

    @Test
    void aFolderHasOneLaptop(SharedLaptop laptop, @TempDir Path folder) {
        String data = laptop.data().toString();
        LaptopProcess second = LaptopProcess.beginOne(folder, "--port", "0", "--data", data);

        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.output().strip())
                .isEqualTo(
                        "The data folder (%s) must belong to one laptop, and another is running on it. Fix: stop that one, or choose another folder with --data."
                                .formatted(data));
        assertThat(laptop.shop().product(Seeded.PLENTY).path("id").asString()).isNotEmpty();
    }
}
