package dev.slipway.ordering.laptop.service;

import dev.slipway.ordering.laptop.process.LaptopProblem;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The classes of one service, in a class loader of its own above the libraries that all share: each finds its own
 * {@code application.yaml} and its own migrations, and no other's.
 */
final class Isolated implements AutoCloseable {
    private static final String MAIN = "Application.class";

    private final Found service;
    private final URLClassLoader loader;

    Isolated(Found service) {
        this.service = service;
        try {
            loader = new URLClassLoader(
                    service.name(), new URL[] {service.classes().toUri().toURL()}, Isolated.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Calls the main method of the service, as {@code java} would. */
    void main() throws ReflectiveOperationException {
        Thread.currentThread().setContextClassLoader(loader);
        try {
            Class<?> main = Class.forName(mainClass(), true, loader);
            main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private String mainClass() {
        try (Stream<Path> files = Files.walk(service.classes(), FileVisitOption.FOLLOW_LINKS)) {
            List<String> mains = files.filter(file -> file.toString().endsWith(MAIN))
                    .map(file -> service.classes().relativize(file).toString())
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace(file.contains("\\") ? '\\' : '/', '.'))
                    .toList();
            if (mains.size() != 1) {
                throw new LaptopProblem("The service (%s) must have one class named ...Application, and has %s."
                        .formatted(service.name(), mains));
            }
            return mains.get(0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
