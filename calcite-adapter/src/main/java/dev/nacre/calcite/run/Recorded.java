package dev.nacre.calcite.run;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Rows that are read once, as far as somebody wants them, and given again and again until they are closed. */
final class Recorded extends AbstractEnumerable<Value[]> implements AutoCloseable {
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

            /** Others may come: the reading goes on. */
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
        close();
        return false;
    }

    @Override
    public void close() {
        Enumerator<Value[]> open = reading;
        reading = null;
        ended = true;
        if (open != null) {
            open.close();
        }
    }
}
