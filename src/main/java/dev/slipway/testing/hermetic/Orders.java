package dev.slipway.testing.hermetic;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.util.Set;

/** Collections whose order differs between two runs. */
final class Orders {
    private static final Set<String> UNORDERED = Set.of(
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.IdentityHashMap",
            "java.util.WeakHashMap",
            "java.util.concurrent.ConcurrentHashMap");

    private Orders() {}

    /** Whether an access makes one. */
    static boolean isNone(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        int parameters = target.getRawParameterTypes().size();
        String owner = target.getOwner().getName();
        String name = target.getName();
        return switch (owner) {
            case "java.util.Map" -> isFactory(name) && (parameters > 2 || !name.equals("of"));
            case "java.util.Set" -> isFactory(name) && (parameters > 1 || !name.equals("of"));
            case "java.util.stream.Collectors" ->
                switch (name) {
                    case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
                    case "toMap" -> parameters < 4;
                    case "groupingBy" -> parameters < 3;
                    default -> false;
                };
            default -> UNORDERED.contains(owner) && name.equals("<init>");
        };
    }

    private static boolean isFactory(String name) {
        return name.equals("of") || name.equals("ofEntries") || name.equals("copyOf");
    }
}
