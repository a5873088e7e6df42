package dev.slipway.program;

import dev.slipway.platform.Platform;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/**
 * The program that declares a platform. Its {@code main} is run as it stands, and what it hands to
 * {@code Slipway.synthesize} is taken instead of written.
 *
 * <pre>{@code
 * Platform platform = Program.named("com.acme.shop.ShopPlatform").platform();
 * }</pre>
 *
 * @param main the class whose {@code main} is run
 */
public record Program(Class<?> main) {
    /** Inherited: a program may synthesize in a thread of its own. */
    private static final ThreadLocal<List<Platform>> TAKEN = new InheritableThreadLocal<>();

    /**
     * The program of a class, by its name.
     *
     * @throws ProgramException where there is no such class on the class path
     */
    public static Program named(String main) {
        try {
            return new Program(Class.forName(main, true, Program.class.getClassLoader()));
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ProgramException(
                    "The main class (%s) must be on the class path, and start.".formatted(main),
                    "compile the project, or name another with --main.",
                    e);
        }
    }

    /** Takes a platform where the program that declares it is run for that alone. */
    public static boolean takes(Platform platform) {
        List<Platform> taken = TAKEN.get();
        if (taken != null) {
            taken.add(platform);
        }
        return taken != null;
    }

    /**
     * Runs the program, and returns the platform that it synthesizes.
     *
     * @throws ProgramException where it fails, or synthesizes none or several
     */
    public Platform platform() {
        List<Platform> taken = new ArrayList<>();
        TAKEN.set(taken);
        try {
            start();
        } finally {
            TAKEN.remove();
        }
        if (taken.size() != 1) {
            throw new ProgramException(
                    "The main class (%s) synthesizes %s platforms; it must synthesize exactly one."
                            .formatted(main.getName(), taken.size()),
                    "call Slipway.synthesize(platform) once in its main.");
        }
        return taken.get(0);
    }

    private void start() {
        try {
            Method method = main.getMethod("main", String[].class);
            if (!Modifier.isStatic(method.getModifiers())) {
                throw noMain(new NoSuchMethodException("static"));
            }
            method.setAccessible(true);
            method.invoke(null, (Object) new String[0]);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw noMain(e);
        } catch (InvocationTargetException e) {
            throw failed(e.getCause() == null ? e : e.getCause());
        }
    }

    private ProgramException noMain(ReflectiveOperationException cause) {
        return new ProgramException(
                "The main class (%s) must have a method public static void main(String... args)."
                        .formatted(main.getName()),
                "add one that calls Slipway.synthesize(platform), or name another class with --main.",
                cause);
    }

    private RuntimeException failed(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new ProgramException(
                "The main class (%s) failed: %s".formatted(main.getName(), cause),
                "run it by itself; --verbose shows where it failed.",
                cause);
    }
}
