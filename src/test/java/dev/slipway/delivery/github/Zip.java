package dev.slipway.delivery.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An archive, as the action that uploads artifacts makes it. */
final class Zip {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    static byte[] of(String number, String text) {
        return new Zip().add("number.txt", number).add("comment.md", text).bytes();
    }

    Zip add(String name, String text) {
        return add(name, text.getBytes(UTF_8));
    }

    Zip add(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes() {
        try {
            zip.close();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With every occurrence of some text replaced by one of the same length, where lengths and names are written. */
    static byte[] replaced(byte[] zip, String from, String to) {
        return new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace(from, to)
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    /** With the size that the directory says of the file comment.md, which comes last, put to another. */
    static byte[] claiming(byte[] zip, int size) {
        byte[] other = zip.clone();
        for (int at = other.length - 4; at >= 0; at--) {
            if (other[at] == 'P' && other[at + 1] == 'K' && other[at + 2] == 1 && other[at + 3] == 2) {
                for (int i = 0; i < 4; i++) {
                    other[at + 24 + i] = (byte) (size >>> (8 * i));
                }
                return other;
            }
        }
        throw new IllegalArgumentException("no directory");
    }
}
