package dev.nacre.bench.safety;

import dev.nacre.bench.BenchmarkException;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A copy of Nacre with work to do. */
final class Twin implements AutoCloseable {
    private final Object subjects;
    private final Map<String, LongSupplier> work;

    /** @param defended whether it has its bounds */
    @SuppressWarnings("unchecked") // what the copy of Subjects implements, whose own type is unknown here
    Twin(boolean defended) {
        this.subjects = new TwinLoader(defended).make(Subjects.class);
        this.work = ((Supplier<Map<String, LongSupplier>>) subjects).get();
    }

    Map<String, LongSupplier> work() {
        return work;
    }

    LongSupplier work(String title) {
        LongSupplier found = work.get(title);
        if (found == null) {
            throw new BenchmarkException("one copy has work that the other has not: " + title);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            ((AutoCloseable) subjects).close();
        } catch (Exception failure) {
            throw new BenchmarkException("a copy of Nacre does not close", failure);
        }
    }
}
