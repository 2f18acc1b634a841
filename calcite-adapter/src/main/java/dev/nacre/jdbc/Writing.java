package dev.nacre.jdbc;

import dev.nacre.calcite.PlannedQuery;
import dev.nacre.h2.H2Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueNull;

/**
 * A statement that writes rows of a source which Nacre computes: H2 runs the statement with the rows, as parameters, where the
 * source was. Immutable.
 *
 * @param sql what the client wrote
 * @param source gives the rows; of expressions one row
 * @param ofSource the client's parameters that the source takes, in its order, from 0
 * @param parameterCount how many the client gives
 * @param text what is around the source
 * @param definition of the table that the statement makes
 */
record Writing(
        String sql,
        PlannedQuery source,
        List<Integer> ofSource,
        int parameterCount,
        Surrounding text,
        Optional<Definition> definition) {
    Writing {
        ofSource = List.copyOf(ofSource);
    }

    /**
     * What H2 gets beside the rows.
     *
     * @param places where the source is in the client's text
     * @param isQuery whether rows go to the one place; else the values of one row to all of them
     * @param marks the client's parameters around the source
     * @param parameters what those are by the client's numbers, in the order of H2's
     */
    record Surrounding(List<Span> places, boolean isQuery, List<Mark> marks, List<Integer> parameters) {
        Surrounding {
            places = List.copyOf(places);
            marks = List.copyOf(marks);
            parameters = List.copyOf(parameters);
        }

        private Rewriting with(String sql, List<String> inserted) {
            TreeMap<Span, String> replaced = new TreeMap<>(Comparator.comparingInt(Span::start));
            for (int place = 0; place < places.size(); place++) {
                replaced.put(places.get(place), inserted.get(place));
            }
            marks.forEach(mark -> replaced.put(mark.place(), "?" + mark.number()));
            Rewriting.Editor editor = new Rewriting.Editor(sql);
            replaced.forEach((place, words) -> editor.replace(place.start(), place.end(), words));
            return editor.finish();
        }
    }

    /** Some of the client's text. */
    record Span(int start, int end) {}

    /** A parameter in the client's text, with H2's number for it. */
    record Mark(Span place, int number) {}

    /**
     * The definition of a table.
     *
     * @param lookup a query that H2 can prepare when the table is there
     * @param hasData whether the rows go into it
     * @param commits whether H2 commits the open transaction first
     */
    record Definition(String lookup, boolean hasData, boolean commits) {}

    /** Returns what the source takes of the client's values. */
    List<Value> sourceValues(List<Value> values) {
        return ofSource.stream().map(values::get).toList();
    }

    /** What H2 runs, with the values of its parameters. */
    record ForH2(Rewriting statement, List<Value> values) {}

    /**
     * Returns what H2 runs.
     *
     * @param rows of the source
     * @param values that the client has given
     */
    ForH2 forH2(List<Value[]> rows, List<Value> values, H2Session session) {
        RowsText made = new RowsText(source.columns(), rows, text.parameters().size(), session);
        Rewriting statement = text.with(sql, text.isQuery() ? List.of(made.query()) : made.expressions(rows.get(0)));
        List<Value> all =
                new ArrayList<>(text.parameters().stream().map(values::get).toList());
        all.addAll(made.values());
        return new ForH2(statement, all);
    }

    /** Returns what H2 can be asked about before there are rows. */
    Rewriting described(H2Session session) {
        Value[] nulls =
                source.columns().stream().map(column -> ValueNull.INSTANCE).toArray(Value[]::new);
        List<Value> none = Collections.nCopies(parameterCount, ValueNull.INSTANCE);
        return forH2(text.isQuery() ? List.of() : List.<Value[]>of(nulls), none, session)
                .statement();
    }

    /** Returns the text for EXPLAIN: what H2 gets, with a word for the rows. */
    String outline() {
        return text.with(
                        sql,
                        IntStream.range(0, text.places().size())
                                .mapToObj(place -> text.isQuery() ? "(rows)" : "(value " + (place + 1) + ")")
                                .toList())
                .text();
    }

    /** Returns the types of the client's parameters. */
    List<TypeInfo> parameterTypes(List<TypeInfo> around) {
        List<TypeInfo> types = new ArrayList<>(Collections.nCopies(parameterCount, TypeInfo.TYPE_UNKNOWN));
        for (int index = 0; index < text.parameters().size(); index++) {
            types.set(text.parameters().get(index), around.get(index));
        }
        for (int index = 0; index < ofSource.size(); index++) {
            types.set(ofSource.get(index), source.parameterTypes().get(index));
        }
        return types;
    }
}
