package dev.slipway.review.cost.price;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Prices as lines of text: item, region, value, unit, date, source. The source comes last, as it may hold commas. */
final class PriceFile {
    private static final String HEAD = "item,region,value,unit,date,source";
    private static final int FIELDS = 6;

    private PriceFile() {}

    static List<Price> read(String text) {
        List<Price> prices = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (!line.isBlank() && !line.startsWith("#") && !line.equals(HEAD)) {
                prices.add(price(line, number));
            }
        }
        return prices;
    }

    private static Price price(String line, int number) {
        String[] fields = line.split(",", FIELDS);
        if (fields.length == FIELDS && !fields[FIELDS - 1].isBlank()) {
            try {
                BigDecimal value = new BigDecimal(fields[2].strip());
                if (value.signum() >= 0) {
                    LocalDate date = LocalDate.parse(fields[4].strip());
                    return new Price(
                            fields[0].strip(), fields[1].strip(), value, fields[3].strip(), date, fields[5].strip());
                }
            } catch (NumberFormatException | DateTimeParseException e) {
                throw new IllegalArgumentException(problem(line, number), e);
            }
        }
        throw new IllegalArgumentException(problem(line, number));
    }

    private static String problem(String line, int number) {
        return "Line %s of the prices (%s) must be item, region, value, unit, date and source, parted by commas. Fix: write it as vpc/nat-gateway,us-east-1,0.045,hour,2026-09-25,https://aws.amazon.com/vpc/pricing/."
                .formatted(number, line);
    }

    static String write(List<Price> prices) {
        return prices.stream()
                .map(price -> String.join(
                        ",",
                        price.item(),
                        price.region(),
                        price.value().toPlainString(),
                        price.unit(),
                        price.date().toString(),
                        price.source()))
                .collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    }
}
