package dev.slipway.ordering.checks.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Finds in a class what it reads of the environment: {@code @Value} and {@code System.getenv}. */
final class Bytecode {
    private static final int API = Opcodes.ASM9;

    private Bytecode() {}

    static void read(Path file, Reads reads) {
        try {
            new ClassReader(Files.readAllBytes(file)).accept(new Members(reads), ClassReader.SKIP_DEBUG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Members extends ClassVisitor {
        private final Reads reads;
        private String name = "";

        Members(Reads reads) {
            super(API);
            this.reads = reads;
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String superName,
                String @Nullable [] interfaces) {
            this.name = name;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new Texts(reads);
        }

        @Override
        public FieldVisitor visitField(
                int access, String name, String descriptor, @Nullable String signature, @Nullable Object value) {
            return new FieldVisitor(API) {
                @Override
                public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
                    return new Texts(reads);
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            return new Code(reads, this.name + "." + name);
        }
    }

    private static final class Code extends MethodVisitor {
        private final Reads reads;
        private final String place;
        private Optional<String> constant = Optional.empty();

        Code(Reads reads, String place) {
            super(API);
            this.reads = reads;
            this.place = place;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            return new Texts(reads);
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            return new Texts(reads);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant = value instanceof String text ? Optional.of(text) : Optional.empty();
            constant.ifPresent(reads::placeholders);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (owner.equals("java/lang/System") && name.equals("getenv")) {
                reads.required()
                        .add(
                                descriptor.startsWith("()")
                                        ? "everything, in " + place
                                        : constant.orElse("something, in " + place));
            }
            constant = Optional.empty();
        }
    }

    /** The texts of an annotation, however deep. */
    private static final class Texts extends AnnotationVisitor {
        private final Reads reads;

        Texts(Reads reads) {
            super(API);
            this.reads = reads;
        }

        @Override
        public void visit(@Nullable String name, Object value) {
            if (value instanceof String text) {
                reads.placeholders(text);
            }
        }

        @Override
        public AnnotationVisitor visitArray(String name) {
            return this;
        }

        @Override
        public AnnotationVisitor visitAnnotation(String name, String descriptor) {
            return this;
        }
    }
}
