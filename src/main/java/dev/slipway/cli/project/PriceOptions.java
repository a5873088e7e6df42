package dev.slipway.cli.project;

import dev.slipway.review.cost.price.Prices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Prices of the user's own, which come before those of Slipway.
 *
 * <pre>{@code
 * @Mixin
 * private final PriceOptions prices = new PriceOptions();
 * }</pre>
 */
public final class PriceOptions {
    /** Where a project keeps them. */
    public static final String FILE = "slipway.prices.csv";

    @Option(
            names = "--prices",
            paramLabel = "<file>",
            description = "Prices that come before those of Slipway; by default " + FILE
                    + " of the project, where there is one.")
    private @Nullable Path prices;

    /** The file that was named, or that of a project; it need not be there. */
    public Path file(Path folder) {
        return prices == null ? folder.resolve(FILE) : prices;
    }

    /**
     * Those of the file before those of Slipway.
     *
     * @throws UnfinishedException where the file that was named is not there, or where one cannot be read
     */
    public Prices known(Path folder) {
        Path file = file(folder);
        if (prices == null && !Files.exists(file)) {
            return Prices.published();
        }
        try {
            return Prices.published().with(Prices.read(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new UnfinishedException(
                    "The prices (%s) cannot be read. %s".formatted(file, e.getMessage()),
                    "correct that line, or delete the file and fetch prices with slipway cost --refresh.",
                    e);
        } catch (IOException e) {
            throw new UnfinishedException(
                    "The prices (%s) must be a file that can be read.".formatted(file),
                    "name one with --prices, or leave that out.",
                    e);
        }
    }
}
