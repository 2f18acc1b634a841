package dev.nacre.calcite.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows that are read once, as far as somebody wants them, and given again and again. */
final class Recorded extends AbstractEnumerable<Value[]> {
    private final Enumerable<Value[]> input;
    private final List<Value[]> rows = new ArrayList<>();
    private @Nullable Enumerator<Value[]> reading;
    private boolean ended;

    Recorded(Enumerable<Value[]> input) {
        this.input = input;
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        return new Forward() {
            private int next;

            @Override
            Value @Nullable [] read() {
                return next < rows.size() || readMore() ? rows.get(next++) : null;
            }

            /** Others may come: the reading ends with the rows, or with the run. */
            @Override
            public void close() {
                next = rows.size();
            }
        };
    }

    private boolean readMore() {
        if (ended) {
            return false;
        }
        Enumerator<Value[]> open = reading == null ? input.enumerator() : reading;
        reading = open;
        if (open.moveNext()) {
            rows.add(open.current());
            return true;
        }
        ended = true;
        open.close();
        return false;
    }
}
