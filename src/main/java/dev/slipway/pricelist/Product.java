package dev.slipway.pricelist;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How the price list calls an item.
 *
 * @param service its code: {@code AmazonEC2}
 * @param attributes that the product has to have
 * @param usage what its usage type has to be, behind the prefix of its region, as in {@code EUC1-NatGateway-Hours}
 * @param per how many units of the price list are one of ours, as million requests are
 */
record Product(String service, Map<String, String> attributes, Pattern usage, long per) {
    private static final String REGION = "([A-Z0-9]+-|[a-z]+-[a-z]+-\\d-)?";
    private static final Pattern ANY = Pattern.compile(".*");

    Product {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    static Product of(String service) {
        return new Product(service, Map.of(), ANY, 1);
    }

    Product with(String attribute, String value) {
        Map<String, String> more = new TreeMap<>(attributes);
        more.put(attribute, value);
        return new Product(service, more, usage, per);
    }

    Product used(String type) {
        return new Product(service, attributes, Pattern.compile(REGION + Pattern.quote(type)), per);
    }

    Product per(long units) {
        return new Product(service, attributes, usage, units);
    }
}
