package dev.slipway.review.difference.path;

import dev.slipway.review.network.Cidr;
import java.util.List;
import java.util.Optional;

/**
 * The other end of a path.
 *
 * @param block addresses, or empty
 * @param except what is cut out of the block
 * @param namespaces requirements of labels, or what is matched as it is
 * @param pods requirements of labels
 */
record Peer(Kind kind, String block, List<String> except, List<String> namespaces, List<String> pods, String text) {
    enum Kind {
        ANYWHERE,
        BLOCK,
        PODS,
        NAMED
    }

    static final Peer ANYWHERE = new Peer(Kind.ANYWHERE, "", List.of(), List.of(), List.of(), "anywhere");

    /** A block of addresses, or whatever the text names. */
    static Peer of(String text) {
        return blockOf(text).isPresent()
                ? block(text, List.of())
                : new Peer(Kind.NAMED, "", List.of(), List.of(), List.of(), text);
    }

    static Peer block(String block, List<String> except) {
        String text = (isWorld(block) ? "anywhere (" + block + ")" : block)
                + (except.isEmpty() ? "" : " without " + String.join(", ", except));
        return new Peer(Kind.BLOCK, block, List.copyOf(except), List.of(), List.of(), text);
    }

    /** Pods with all of the labels in namespaces with all of the labels. */
    static Peer pods(List<String> namespaces, List<String> pods, String text) {
        return new Peer(Kind.PODS, "", List.of(), List.copyOf(namespaces), List.copyOf(pods), text);
    }

    boolean covers(Peer other) {
        if (kind == Kind.ANYWHERE) {
            return true;
        }
        if (kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case ANYWHERE -> true;
            case BLOCK ->
                covers(block, other.block)
                        && except.stream()
                                .allMatch(cut -> other.except.stream().anyMatch(theirs -> covers(theirs, cut))
                                        || isApart(cut, other.block));
            case PODS -> other.namespaces.containsAll(namespaces) && other.pods.containsAll(pods);
            case NAMED -> text.equals(other.text);
        };
    }

    /** Nothing where the text is no block of literal addresses. */
    private static Optional<Cidr> blockOf(String text) {
        return text.contains("/") ? Cidr.of(text) : Optional.empty();
    }

    /** Where one text is a block, and so is the other, and it holds it; or where they are the same text. */
    private static boolean covers(String block, String other) {
        return block.equals(other)
                || blockOf(block)
                        .flatMap(mine -> blockOf(other).map(mine::contains))
                        .orElse(false);
    }

    private static boolean isWorld(String text) {
        return blockOf(text).filter(Cidr::isEverything).isPresent();
    }

    private static boolean isApart(String a, String b) {
        return !covers(a, b) && !covers(b, a);
    }

    /** Whether it means everybody on the internet. */
    boolean isWorld() {
        return kind == Kind.ANYWHERE || (kind == Kind.BLOCK && isWorld(block) && except.isEmpty());
    }

    @Override
    public String toString() {
        return text;
    }
}
