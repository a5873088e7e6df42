package dev.slipway.acceptance.upgrade;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** A record with another value for one of its components, whatever components it has beside. */
final class Copy {
    private Copy() {}

    static <R extends Record> R of(R original, String component, Object value) {
        RecordComponent[] components = original.getClass().getRecordComponents();
        if (Arrays.stream(components).noneMatch(one -> one.getName().equals(component))) {
            throw new IllegalArgumentException("%s has no %s".formatted(original.getClass(), component));
        }
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean isOther = components[i].getName().equals(component);
                values[i] = isOther ? value : components[i].getAccessor().invoke(original);
            }
            @SuppressWarnings("unchecked") // of the same class
            Constructor<R> constructor = (Constructor<R>) original.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
