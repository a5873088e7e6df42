package dev.slipway.cli;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The project that {@code slipway init} writes: a platform of two services, a test of it, and what builds and checks them.
 *
 * @param name of the platform
 * @param packageName of its classes
 */
record Starter(String name, String packageName) {
    /** Where problems of what was typed point to. */
    static final Origin COMMAND = Origin.of("slipway init", 0);

    private static final String FALLBACK = "com.example.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(?<name>[a-z0-9-]+)}");
    private static final Pattern LOWER_CASE = Pattern.compile("[a-z0-9_.]*");

    /** The package where none is asked for: {@code com.example.coffeeshop} of {@code coffee-shop}. */
    static String packageOf(String name) {
        return FALLBACK + name.replace("-", "");
    }

    /** Both names, with what is wrong with each. */
    List<Problem> problems() {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isName(name)) {
            problems.add(error(
                    "init/name",
                    COMMAND,
                    "The name (%s) of the platform must be %s.".formatted(name, Syntax.NAME_RULE),
                    "name it otherwise, such as --name shop, or -Dname=shop with Maven."));
        } else if (!isPackage()) {
            problems.add(error(
                    "init/package",
                    COMMAND,
                    "The package (%s) must be one of Java in lower case, of at least two words, and none of Java's own or Slipway's."
                            .formatted(packageName),
                    "name one of yours, such as --package com.acme.shop, or -Dpackage=com.acme.shop with Maven."));
        }
        return problems.build().toList();
    }

    private boolean isPackage() {
        return SourceVersion.isName(packageName)
                && LOWER_CASE.matcher(packageName).matches()
                && packageName.contains(".")
                && Stream.of("java", "javax", "dev.slipway")
                        .noneMatch(taken -> packageName.equals(taken) || packageName.startsWith(taken + "."));
    }

    /** The class of the platform: {@code CoffeeShopPlatform} of {@code coffee-shop}. */
    String className() {
        return Stream.of(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Platform"));
    }

    /** The text of each file, by its path with slashes. */
    Map<String, String> files() {
        String java = "%s/" + packageName.replace('.', '/') + "/" + className();
        Map<String, String> templates = new LinkedHashMap<>();
        templates.put("pom.xml", "pom.xml");
        templates.put(java.formatted("src/main/java") + ".java", "Platform.java.txt");
        templates.put(java.formatted("src/test/java") + "Test.java", "PlatformTest.java.txt");
        templates.put(".github/workflows/platform.yml", "workflow.yml");
        templates.put("cdk.json", "cdk.json");
        templates.put("cdk8s.yaml", "cdk8s.yaml");
        templates.put("package.json", "package.json");
        templates.put("src/build/compile-if-stale.mjs", "compile-if-stale.mjs");
        templates.put(".gitignore", "gitignore");
        templates.put("README.md", "README.md");
        Map<String, String> values = new TreeMap<>(Versions.all());
        values.put("name", name);
        values.put("package", packageName);
        values.put("path", packageName.replace('.', '/'));
        values.put("class", className());
        Map<String, String> files = new LinkedHashMap<>();
        templates.forEach(
                (path, template) -> files.put(path, filled(Versions.resource("starter/" + template), values)));
        return files;
    }

    private static String filled(String template, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
    }

    private static String value(String placeholder, Map<String, String> values) {
        String value = values.get(placeholder);
        if (value == null) {
            throw new IllegalStateException("There is no value for the placeholder (%s)".formatted(placeholder));
        }
        return value;
    }
}
