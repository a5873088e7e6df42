package dev.slipway.platform;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** What differs between two records, origins among it though they are always equal. */
final class Changes {
    private Changes() {}

    static List<String> between(Record before, Record after) {
        return Stream.of(before.getClass().getRecordComponents())
                .filter(component -> !text(component, before).equals(text(component, after)))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String text(RecordComponent component, Record of) {
        try {
            return String.valueOf(component.getAccessor().invoke(of));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
