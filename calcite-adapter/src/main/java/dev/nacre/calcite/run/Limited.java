package dev.nacre.calcite.run;

import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;

/** Some of the rows: linq4j's own asks for one row more than it gives, which may cost a call or a whole table. */
final class Limited extends AbstractEnumerable<Value[]> {
    private final Enumerable<Value[]> input;
    private final long offset;
    private final long fetch;

    Limited(Enumerable<Value[]> input, long offset, long fetch) {
        this.input = input;
        this.offset = offset;
        this.fetch = fetch;
    }

    @Override
    public Enumerator<Value[]> enumerator() {
        Enumerator<Value[]> rows = input.enumerator();
        return new Forward() {
            private long toSkip = offset;
            private long toGive = fetch;

            @Override
            Value @Nullable [] read() {
                while (toGive > 0 && rows.moveNext()) {
                    if (toSkip == 0) {
                        toGive--;
                        return rows.current();
                    }
                    toSkip--;
                }
                return null;
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }
}
