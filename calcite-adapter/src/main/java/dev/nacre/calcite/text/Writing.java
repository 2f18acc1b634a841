package dev.nacre.calcite.text;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Writes spans of a statement for H2: verbatim, but for parameters, which get their numbers, and replaced pieces.
 */
public final class Writing {
    private final SqlText source;
    private final ParameterNumbers numbers;
    private final NavigableMap<Integer, Piece> pieces = new TreeMap<>();

    private record Piece(Span span, Supplier<String> text) {}

    /**
     * Makes a writing without replacements.
     *
     * @param numbers which grow with each parameter that is written
     */
    public Writing(SqlText source, ParameterNumbers numbers) {
        this.source = source;
        this.numbers = numbers;
    }

    /** Says what to write in place of a span; of spans inside each other the outer one counts. */
    public void replace(Span span, String text) {
        replace(span, () -> text);
    }

    /** As the other, with a text that is asked for when it is written. */
    public void replace(Span span, Supplier<String> text) {
        pieces.merge(span.start(), new Piece(span, text), (a, b) -> a.span().covers(b.span()) ? a : b);
    }

    /** Returns a span as H2 shall read it. */
    public String write(Span span) {
        NavigableMap<Integer, Piece> changes = new TreeMap<>();
        source.parametersIn(span)
                .forEach((start, parameter) -> changes.put(start, new Piece(parameter.span(), () -> "")));
        changes.putAll(pieces.subMap(span.start(), true, span.end(), false));
        return write(span, changes);
    }

    private String write(Span span, NavigableMap<Integer, Piece> changes) {
        Map<Integer, SqlText.Parameter> parameters = source.parametersIn(span);
        StringBuilder out = new StringBuilder();
        int at = span.start();
        for (Map.Entry<Integer, Piece> change : changes.entrySet()) {
            Piece piece = change.getValue();
            if (change.getKey() >= at) {
                out.append(source.text(new Span(at, change.getKey())));
                SqlText.Parameter parameter =
                        pieces.containsKey(change.getKey()) ? null : parameters.get(change.getKey());
                out.append(parameter == null ? piece.text().get() : "?" + numbers.number(parameter.ordinal()));
                at = piece.span().end();
            }
        }
        return out.append(source.text(new Span(at, span.end()))).toString();
    }
}
