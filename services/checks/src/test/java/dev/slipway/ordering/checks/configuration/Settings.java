package dev.slipway.ordering.checks.configuration;

import dev.slipway.ordering.checks.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.Type;
import org.yaml.snakeyaml.Yaml;

/** The records of {@code @ConfigurationProperties}: what no document sets and has no default can only be a variable. */
final class Settings {
    private static final String PROPERTIES = "Lorg/springframework/boot/context/properties/ConfigurationProperties;";
    private static final String DEFAULT = "Lorg/springframework/boot/context/properties/bind/DefaultValue;";

    private Settings() {}

    /** The variables that Spring would look for, as {@code ORDER_STOCKWITHIN}. */
    static SortedSet<String> missing(String documents, Path classes) {
        Set<String> given = new LinkedHashSet<>();
        new Yaml()
                .loadAll(documents.replaceAll("\\$\\{([^}]*)}", "x"))
                .forEach(document -> flatten("", document, given));
        SortedSet<String> missing = new TreeSet<>();
        Build.files(classes, ".class").forEach(file -> {
            Found found = new Found();
            accept(file, found);
            found.needed.stream()
                    .filter(setting ->
                            given.stream().noneMatch(key -> key.equals(setting) || key.startsWith(setting + ".")))
                    .map(setting -> setting.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT))
                    .forEach(missing::add);
        });
        return missing;
    }

    private static void accept(Path file, ClassVisitor visitor) {
        try {
            new ClassReader(Files.readAllBytes(file)).accept(visitor, ClassReader.SKIP_CODE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flatten(String prefix, @Nullable Object node, Set<String> keys) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, value, keys));
        } else {
            keys.add(prefix);
        }
    }

    private static final class Found extends ClassVisitor {
        private final Set<String> needed = new LinkedHashSet<>();
        private String prefix = "";

        Found() {
            super(Opcodes.ASM9);
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return !descriptor.equals(PROPERTIES)
                    ? null
                    : new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String name, Object value) {
                            prefix = value.toString();
                        }
                    };
        }

        @Override
        public @Nullable RecordComponentVisitor visitRecordComponent(
                String name, String descriptor, @Nullable String signature) {
            if (prefix.isEmpty()) {
                return null;
            }
            String setting = prefix + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            needed.add(setting);
            return null;
        }

        /** Where the canonical constructor carries the defaults. */
        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            List<String> components = List.copyOf(needed);
            if (!name.equals("<init>") || Type.getArgumentTypes(descriptor).length != components.size()) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitParameterAnnotation(
                        int parameter, String annotation, boolean visible) {
                    if (annotation.equals(DEFAULT)) {
                        needed.remove(components.get(parameter));
                    }
                    return null;
                }
            };
        }
    }
}
