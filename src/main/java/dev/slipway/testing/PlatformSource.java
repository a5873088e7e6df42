package dev.slipway.testing;

import dev.slipway.platform.Platform;
import dev.slipway.program.Program;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks a class for the platform that it declares. */
final class PlatformSource {
    private static final String METHOD = "platform";

    private PlatformSource() {}

    /**
     * The platform that a static method returns or an instance supplies; without these, the one that its {@code main}
     * synthesizes, of which nothing is written.
     */
    static Platform of(Class<?> type) {
        try {
            if (Supplier.class.isAssignableFrom(type)) {
                return supplied(type);
            }
            Optional<Method> method = method(type);
            return method.isPresent() ? invoked(method.get()) : new Program(type).platform();
        } catch (InvocationTargetException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "The class (%s) cannot be asked for its platform".formatted(type.getName()), e);
        }
    }

    private static Platform supplied(Class<?> type) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object made = ((Supplier<?>) constructor.newInstance()).get();
        if (made instanceof Platform platform) {
            return platform;
        }
        throw new IllegalArgumentException(
                "The class (%s) must supply a Platform, not %s. Fix: let it implement Supplier<Platform>."
                        .formatted(type.getName(), made));
    }

    private static Platform invoked(Method method) throws ReflectiveOperationException {
        method.setAccessible(true);
        return (Platform) method.invoke(null);
    }

    /** The one that returns a platform; of several, the one called so. */
    private static Optional<Method> method(Class<?> type) {
        List<Method> candidates = Stream.of(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Platform.class
                        && method.getParameterCount() == 0
                        && Modifier.isStatic(method.getModifiers()))
                .toList();
        return candidates.stream()
                .filter(method -> candidates.size() == 1 || method.getName().equals(METHOD))
                .findFirst();
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
