package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code slipway init} writes, and when it writes nothing. */
class InitTest {
    @TempDir
    private Path temporary;

    private Path folder() {
        return temporary.resolve("coffee-shop");
    }

    private Init.Result run(String name, String packageName) throws IOException {
        return Init.of(folder(), Optional.of(name), Optional.of(packageName)).run();
    }

    private static List<String> said(Init.Result result) {
        return result.problems().stream().map(Problem::toString).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(temporary)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> temporary.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void writesEveryFileItNames() throws IOException {
        Init.Result result = run("coffee-shop", "com.acme.coffee");

        assertThat(result.problems()).isEmpty();
        assertThat(files())
                .containsExactlyInAnyOrderElementsOf(result.written().stream()
                        .map(path -> "coffee-shop/" + path)
                        .toList())
                .contains(
                        "coffee-shop/pom.xml",
                        "coffee-shop/src/main/java/com/acme/coffee/CoffeeShopPlatform.java",
                        "coffee-shop/src/test/java/com/acme/coffee/CoffeeShopPlatformTest.java");
        assertThat(result.text()).endsWith("Next, there: mvn compile exec:java");
    }

    @Test
    void takesTheNameOfTheFolderAndAPackageOfItWhereNoneIsGiven() {
        Init init = Init.of(folder(), Optional.empty(), Optional.empty());

        assertThat(init.starter()).isEqualTo(new Starter("coffee-shop", "com.example.coffeeshop"));
    }

    @Test
    void startsBesideWhatIsNotInTheWay() throws IOException {
        Files.createDirectories(folder().resolve("src/main/java"));
        Files.writeString(folder().resolve("LICENSE"), "mine");

        assertThat(run("shop", "com.acme.shop").problems()).isEmpty();
        assertThat(folder().resolve("LICENSE")).hasContent("mine");
    }

    @Test
    void namesEverythingInTheWayAndWritesNothing() throws IOException {
        Files.createDirectories(folder().resolve("src"));
        Files.writeString(folder().resolve("pom.xml"), "mine");
        Files.writeString(folder().resolve("README.md"), "mine");
        Files.writeString(folder().resolve("src/main"), "a file, not a folder");
        List<String> before = files();

        Init.Result result = run("shop", "com.acme.shop");

        assertThat(said(result)).containsExactly(inTheWay("pom.xml"), inTheWay("src/main"), inTheWay("README.md"));
        assertThat(result.text()).endsWith("3 problems; nothing was written.");
        assertThat(files()).isEqualTo(before);
        assertThat(folder().resolve("pom.xml")).hasContent("mine");
    }

    private String inTheWay(String file) {
        return """
                error init/exists at slipway init
                  The file (%s) must not be there yet: nothing is overwritten.
                  Fix: move it away, or start in an empty folder with --directory shop, or -Ddirectory=shop with Maven.""".formatted(folder().resolve(file));
    }

    @Test
    void refusesADirectoryThatIsAFile() throws IOException {
        Files.writeString(folder(), "mine");

        assertThat(said(run("shop", "com.acme.shop"))).containsExactly("""
                error init/directory at slipway init
                  The directory (%s) must be a folder, or not be there yet.
                  Fix: name another, such as --directory shop, or -Ddirectory=shop with Maven.""".formatted(folder()));
        assertThat(folder()).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shop", "coffee--shop", "1shop", "shop-", "", "a.b", "../shop"})
    void refusesANameThatAPlatformCannotHave(String name) throws IOException {
        assertThat(said(run(name, "com.acme.shop"))).containsExactly("""
                error init/name at slipway init
                  The name (%s) of the platform must be 1 to 63 lower-case letters, digits or single hyphens, starting with a letter and ending with a letter or digit.
                  Fix: name it otherwise, such as --name shop, or -Dname=shop with Maven.""".formatted(name));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shop",
                "com.acme.Shop",
                "com.acme.new",
                "com..acme",
                "java.shop",
                "dev.slipway.shop",
                "com/acme",
                ""
            })
    void refusesAPackageThatJavaOrSlipwayCannotTake(String packageName) throws IOException {
        assertThat(said(run("shop", packageName))).containsExactly("""
                error init/package at slipway init
                  The package (%s) must be one of Java in lower case, of at least two words, and none of Java's own or Slipway's.
                  Fix: name one of yours, such as --package com.acme.shop, or -Dpackage=com.acme.shop with Maven.""".formatted(packageName));
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"com.acme", "javan.shop", "dev.slipways", "com.acme.shop_2"})
    void takesPackagesThatComeNearTo(String packageName) throws IOException {
        assertThat(run("shop", packageName).problems()).isEmpty();
    }
}
