package dev.nacre.jdbc;

import dev.nacre.jdbc.WrittenSource.Place;
import java.util.List;

/** The source of a statement as a query of its own, in which everything stands where it stands in the statement. */
final class SourceText {
    private static final String SELECT = "SELECT";

    private SourceText() {}

    static String of(String sql, List<SqlToken> tokens, WrittenSource source) {
        StringBuilder text = new StringBuilder(sql.length());
        for (int at = 0; at < sql.length(); at++) {
            text.append(Character.isWhitespace(sql.charAt(at)) ? sql.charAt(at) : ' ');
        }
        for (Place place : source.places()) {
            int start = tokens.get(place.first()).start();
            int end = tokens.get(place.end() - 1).end();
            text.replace(start, end, sql.substring(start, end));
        }
        if (!source.isQuery()) {
            select(text, tokens, source.places());
        }
        return text.toString();
    }

    /** Makes a list of expressions a query; no line may become longer, nor end elsewhere. */
    private static void select(StringBuilder text, List<SqlToken> tokens, List<Place> places) {
        for (Place place : places.subList(0, places.size() - 1)) {
            text.setCharAt(tokens.get(place.end()).start(), ',');
        }
        SqlToken room = tokens.stream()
                .filter(token -> token.end() - token.start() >= SELECT.length())
                .findFirst()
                .orElseThrow(); // INSERT, REPLACE or VALUES
        text.replace(room.start(), room.start() + SELECT.length(), SELECT);
    }
}
