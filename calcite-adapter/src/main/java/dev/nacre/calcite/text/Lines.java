package dev.nacre.calcite.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Turns lines and columns, as the parser counts them, into offsets. */
final class Lines {
    private final List<Integer> starts = new ArrayList<>();
    private final int length;

    Lines(String sql) {
        this.length = sql.length();
        starts.add(0);
        for (int index = 0; index < sql.length(); index++) {
            char c = sql.charAt(index);
            boolean beforeLineFeed = c == '\r' && index + 1 < sql.length() && sql.charAt(index + 1) == '\n';
            if (c == '\n' || (c == '\r' && !beforeLineFeed)) {
                starts.add(index + 1);
            }
        }
    }

    Span span(SqlParserPos position) {
        return new Span(
                offset(position.getLineNum(), position.getColumnNum()),
                offset(position.getEndLineNum(), position.getEndColumnNum()) + 1);
    }

    private int offset(int line, int column) {
        return Math.min(starts.get(line - 1) + column - 1, length);
    }
}
