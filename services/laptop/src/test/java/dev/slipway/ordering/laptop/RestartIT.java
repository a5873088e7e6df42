package dev.slipway.ordering.laptop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.laptop.shop.Shop;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a named folder keeps. */
final class RestartIT {
    @TempDir
    private Path folder;

    @Test
    void ordersUsersAndTopicsAreThereAfterARestartEvenOfAKilledLaptop() {
        String[] arguments = {"--port", "0", "--data", folder.resolve("data").toString()};
        Shop.User ada;
        String before;
        LaptopProcess first = LaptopProcess.start(folder, arguments);
        Shop shop = new Shop(first.url());
        ada = shop.newUser();
        before = shop.ordered(ada, shop.product(Seeded.PLENTY), "pm_card");
        shop.decided(ada, before);
        String undecided = shop.ordered(ada, shop.product(Seeded.PLENTY), "pm_slow");
        first.kill();
        first.awaitEnd();

        try (LaptopProcess second = LaptopProcess.start(folder, arguments)) {
            Shop again = new Shop(second.url());
            Shop.User same = new Shop.User(ada.email(), again.signIn(ada.email()));

            assertThat(again.orders(same)).hasSize(2);
            assertThat(again.read(same, before).path("status").asString()).isEqualTo("confirmed");
            assertThat(again.decided(same, undecided).path("status").asString()).isEqualTo("confirmed");
            assertThat(again.product(Seeded.PLENTY).path("id")).isNotNull();
        }
    }
}
