package dev.nacre.calcite.text;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/** A statement's text together with its tree. Not changed after construction. */
public final class SqlText {
    private static final Set<String> BEFORE_TABLE = Set.of("FROM", "JOIN", ",", "(");

    private static final Set<String> WITH = Set.of("WITH", "RECURSIVE");

    private final String sql;
    private final Lines lines;
    private final Tokens tokens;
    private final SqlNode tree;
    private final NavigableMap<Integer, Parameter> parameters = new TreeMap<>();

    /** A parameter as written: {@code ?} or {@code ?1}. */
    record Parameter(Span span, int ordinal) {}

    /**
     * Makes the text of a statement.
     *
     * @param tree of the query in the text; its positions refer to the text
     */
    public SqlText(String sql, SqlNode tree) {
        this.sql = sql;
        this.lines = new Lines(sql);
        this.tokens = new Tokens(sql);
        this.tree = tree;
        tree.accept(new ParameterVisitor());
    }

    /** Returns the tree of the whole query. */
    public SqlNode tree() {
        return tree;
    }

    /** Returns the characters of a span. */
    public String text(Span span) {
        return sql.substring(span.start(), span.end());
    }

    /** Returns the span of an expression, with brackets around it where the parser knows of them. */
    public Span span(SqlNode node) {
        Span span = tokens.balanced(extent(node));
        int before = tokens.indexFrom(span.start()) - 1;
        boolean row = node.getKind() == SqlKind.ROW
                && before >= 0
                && tokens.get(before).is("ROW");
        return row ? span.union(tokens.get(before).span()) : span;
    }

    /** Returns the span of a whole query: SELECT, set operation, WITH, ORDER BY; without brackets around it. */
    public Span querySpan(SqlNode query) {
        Span span = span(query);
        if (query == tree) {
            return tokens.withoutBrackets(new Span(withStart(span.start()), statementEnd()));
        }
        if (query.getKind() == SqlKind.ORDER_BY || query.getKind() == SqlKind.WITH) {
            int opener = tokens.opener(tokens.indexFrom(span.start()));
            boolean bracketed = tokens.get(tokens.indexFrom(span.start())).opens();
            if (!bracketed && opener >= 0) {
                return tokens.inside(opener);
            }
        }
        return tokens.withoutBrackets(span);
    }

    /** Returns the span of a part of a FROM clause, with words such as LATERAL before and WITH ORDINALITY after it. */
    public Span tableSpan(SqlNode table) {
        Span span = span(table);
        int first = tokens.indexFrom(span.start());
        int opener = tokens.opener(first);
        while (first > 0
                && tokens.opener(first - 1) == opener
                && !BEFORE_TABLE.contains(tokens.get(first - 1).word())) {
            first--;
        }
        int after = tokens.indexAfter(span);
        while (after < tokens.size() && tokens.opener(after) == opener && isTableSuffix(after)) {
            after++;
        }
        return tokens.balanced(
                new Span(tokens.get(first).start(), tokens.get(after - 1).end()));
    }

    private boolean isTableSuffix(int index) {
        String word = tokens.get(index).word();
        return word.equals("WITH") || word.equals("ORDINALITY");
    }

    /** Cuts a SELECT at its keywords. */
    public Clauses clauses(SqlNode select) {
        return Clauses.cut(tokens, querySpan(select));
    }

    /** Returns where the statement asks for locks on the rows that it reads: {@code FOR UPDATE} and what follows it. */
    public Optional<Span> lock() {
        for (int index = tokens.size() - 1; index > 0; index--) {
            boolean outside = tokens.opener(index) == Tokens.NONE;
            if (outside
                    && tokens.get(index).is("UPDATE")
                    && tokens.get(index - 1).is("FOR")) {
                return Optional.of(new Span(tokens.get(index - 1).start(), statementEnd()));
            }
        }
        return Optional.empty();
    }

    /** Returns where a parameter stands, by offset of its first character. */
    Map<Integer, Parameter> parametersIn(Span span) {
        return parameters.subMap(span.start(), span.end());
    }

    /** The parser does not count the words before the first WITH query to the query when RECURSIVE is one of them. */
    private int withStart(int start) {
        int first = tokens.indexFrom(start);
        while (first > 0 && WITH.contains(tokens.get(first - 1).word())) {
            first--;
        }
        return tokens.get(first).start();
    }

    private int statementEnd() {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).is(";")) {
            last--;
        }
        return tokens.get(last).end();
    }

    private Span extent(SqlNode node) {
        Span extent = Extent.of(node, lines);
        if (extent == null) {
            throw new IllegalArgumentException("node without position: " + node.getKind());
        }
        return extent;
    }

    private final class ParameterVisitor extends SqlBasicVisitor<@Nullable Void> {
        @Override
        public @Nullable Void visit(SqlDynamicParam parameter) {
            Span span = bare(lines.span(parameter.getParserPosition()));
            parameters.put(span.start(), new Parameter(span, parameter.getIndex()));
            return null;
        }

        /** The parser counts brackets around a parameter to it, but not always the number after the mark. */
        private Span bare(Span span) {
            Span bare = tokens.withoutBrackets(span);
            int next = tokens.indexFrom(bare.end());
            boolean numbered = next < tokens.size()
                    && tokens.get(next).start() == bare.end()
                    && Character.isDigit(sql.charAt(bare.end()));
            return numbered ? bare.union(tokens.get(next).span()) : bare;
        }
    }
}
