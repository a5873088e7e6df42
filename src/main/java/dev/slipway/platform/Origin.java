package dev.slipway.platform;

import java.util.Optional;

/**
 * The file and line of the user's program where something was declared, so that every later message can point there.
 *
 * <p>Any two origins are equal: where a thing was declared is no part of what it is, and so two topics declared alike on
 * two lines are equal records.
 *
 * <pre>{@code
 * Origin.here().toString()   // "OrderingPlatform.java:42"
 * }</pre>
 */
@Declares
public final class Origin {
    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Origin UNKNOWN = new Origin("unknown", 0);

    private final String file;
    private final int line;

    private Origin(String file, int line) {
        this.file = file;
        this.line = line;
    }

    /** The innermost frame whose class neither {@link Declares}, nor stands in one that does, nor belongs to the JDK. */
    public static Origin here() {
        Optional<StackWalker.StackFrame> frame = WALKER.walk(
                frames -> frames.filter(f -> isUser(f.getDeclaringClass())).findFirst());
        return frame.map(f -> of(String.valueOf(f.getFileName()), f.getLineNumber()))
                .orElse(UNKNOWN);
    }

    /** An origin read from elsewhere, such as a file that a model was loaded from. */
    public static Origin of(String file, int line) {
        return new Origin(file, line);
    }

    /** What was declared by nobody: a default. */
    public static Origin unknown() {
        return UNKNOWN;
    }

    public String file() {
        return file;
    }

    public int line() {
        return line;
    }

    private static boolean isUser(Class<?> type) {
        if (type.getModule() == Object.class.getModule()) {
            return false;
        }
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (outer.isAnnotationPresent(Declares.class)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Origin;
    }

    @Override
    public int hashCode() {
        return Origin.class.hashCode();
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
