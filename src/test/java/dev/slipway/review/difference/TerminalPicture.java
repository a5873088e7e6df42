package dev.slipway.review.difference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows of coloured text, as a picture. */
record TerminalPicture(String text) {
    private static final Pattern COLOURED = Pattern.compile("\u001b\\[(?<codes>[\\d;]+)m(?<text>[^\u001b]*)\u001b\\[0m|(?<plain>[^\u001b]+)");
    private static final Map<String, String> FILLS = new TreeMap<>(Map.of("31", "#ff7b72", "32", "#7ee787", "33", "#d29922"));
    private static final double CHARACTER = 7.25;
    private static final int LINE = 17;
    private static final int EDGE = 16;

    String svg() {
        List<String> lines = text.lines().toList();
        int longest = lines.stream()
                .mapToInt(line -> line.replaceAll("\u001b\\[[\\d;]+m", "").length())
                .max()
                .orElse(0);
        int width = (int) Math.ceil(longest * CHARACTER) + 2 * EDGE;
        int height = lines.size() * LINE + 2 * EDGE;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\">\n"
                .formatted(width, height, width, height));
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
        svg.append("<g font-family=\"ui-monospace, Menlo, Consolas, monospace\" font-size=\"12\" fill=\"#e6edf3\" xml:space=\"preserve\">\n");
        for (int i = 0; i < lines.size(); i++) {
            svg.append("<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(EDGE, EDGE + 12 + i * LINE, spans(lines.get(i))));
        }
        return svg.append("</g>\n</svg>\n").toString();
    }

    private static String spans(String line) {
        StringBuilder spans = new StringBuilder();
        Matcher matcher = COLOURED.matcher(line);
        while (matcher.find()) {
            if (matcher.group("plain") != null) {
                spans.append(escaped(matcher.group("plain")));
            } else {
                List<String> codes = List.of(matcher.group("codes").split(";", -1));
                String fill = codes.stream().filter(FILLS::containsKey).map(FILLS::get).findFirst().orElse("#e6edf3");
                spans.append("<tspan fill=\"%s\"%s>%s</tspan>"
                        .formatted(fill, codes.contains("1") ? " font-weight=\"bold\"" : "", escaped(matcher.group("text"))));
            }
        }
        return spans.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
