package dev.slipway.review.difference;

import static dev.slipway.capability.network.Connections.*;
import static dev.slipway.capability.streaming.Streaming.*;

import dev.slipway.review.Synthesis;
import dev.slipway.review.difference.guard.*;
import dev.slipway.review.difference.path.*;
import dev.slipway.review.difference.permission.*;
import dev.slipway.review.difference.rbac.*;
import org.junit.jupiter.api.Test;

class ScratchTest {
    static void show(String name, Synthesis after) {
        Synthesis before = Shop.before();
        System.out.println("### " + name);
        Difference.between(Side.of("a", before), Side.of("b", after)).effects().forEach(System.out::println);
    }

    @Test
    void shows() {
        long t = System.nanoTime();
        Shop.before();
        System.out.println((System.nanoTime() - t) / 1e9);
        t = System.nanoTime();
        Shop.before()
                .templates()
                .forEach(tp ->
                        System.out.println(tp.path() + " " + tp.resources().size()));
        show("same", Shop.after(s -> {}));
        System.out.println((System.nanoTime() - t) / 1e9);
        show("calls", Shop.after(s -> s.needsOfOrder.add(calls("payment"))));
        show("public", Shop.after(s -> s.cluster = s.cluster.publicAccessFrom("203.0.113.0/24")));
        show(
                "new",
                Shop.after(s ->
                        s.more.add(dev.slipway.platform.Service.java("fraud").needs(consumes(s.placed)))));
        show("gone", Shop.after(s -> {
            s.paymentPublishes = false;
            s.isProduction = false;
        }));
        t = System.nanoTime();
        show(
                "edit",
                new Edit(Shop.before())
                        .object("NetworkPolicy order", "", "")
                        .resource("prod/database", "AWS::RDS::DBInstance", "/Properties/PubliclyAccessible", "true")
                        .done());
        System.out.println((System.nanoTime() - t) / 1e9);
    }
}
