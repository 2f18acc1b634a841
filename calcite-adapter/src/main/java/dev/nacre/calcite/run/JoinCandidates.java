package dev.nacre.calcite.run;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.calcite.linq4j.Enumerator;
import org.h2.value.Value;
import org.h2.value.ValueInteger;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of rows that a join has to try, those of one left row after the other. After the pairs of a left row comes the
 * row alone where the join wants it when no pair passes; after all pairs so does each right row. What a row is stands in a
 * column of its own, the last.
 */
final class JoinCandidates extends Forward {
    private static final int LEFT_ALONE = -1;
    private static final int RIGHTS_ALONE = -2;

    private final Run run;
    private final JoinSides sides;
    private final List<JoinKey> keys;
    private final Enumerator<Value[]> lefts;
    private final Map<List<Object>, List<Integer>> byKey = new HashMap<>();
    private @Nullable List<Value[]> rights;
    private Value @Nullable [] left;
    private List<Integer> partners = List.of();
    private int next;
    private boolean leftsEnded;

    JoinCandidates(Run run, JoinSides sides, List<JoinKey> keys) {
        this.run = run;
        this.sides = sides;
        this.keys = keys;
        this.lefts = sides.left().enumerator();
    }

    /** Returns whether a candidate is a pair of rows. */
    static boolean isPair(Value... candidate) {
        return mark(candidate) >= 0;
    }

    /** Returns whether a candidate is a left row alone. */
    static boolean isLeft(Value... candidate) {
        return mark(candidate) == LEFT_ALONE;
    }

    /** Returns the number of the right row of a candidate that has one. */
    static int right(Value... candidate) {
        int mark = mark(candidate);
        return mark >= 0 ? mark : RIGHTS_ALONE - mark;
    }

    /** Returns a candidate as a row of the join. */
    static Value[] row(Value... candidate) {
        return Arrays.copyOf(candidate, candidate.length - 1);
    }

    private static int mark(Value... candidate) {
        return candidate[candidate.length - 1].getInt();
    }

    private Value[] marked(Value @Nullable [] l, Value @Nullable [] r, int mark) {
        Value[] pair = sides.pair(l, r);
        Value[] candidate = Arrays.copyOf(pair, pair.length + 1);
        candidate[pair.length] = ValueInteger.get(mark);
        return candidate;
    }

    @Override
    Value @Nullable [] read() {
        run.scope().check();
        while (left != null || moveToNextLeft()) {
            if (next < partners.size()) {
                int right = partners.get(next++);
                return marked(left, rights().get(right), right);
            }
            Value[] last = requireNonNull(left);
            left = null;
            next = 0;
            if (sides.type().generatesNullsOnRight()) {
                return marked(last, null, LEFT_ALONE);
            }
        }
        return sides.type().generatesNullsOnLeft() && next < rights().size()
                ? marked(null, rights().get(next), RIGHTS_ALONE - next++)
                : null;
    }

    private boolean moveToNextLeft() {
        leftsEnded = leftsEnded || !lefts.moveNext();
        if (!leftsEnded) {
            left = lefts.current();
            partners = partners(left);
            next = 0;
        }
        return !leftsEnded;
    }

    private List<Integer> partners(Value... row) {
        int count = rights().size();
        if (keys.isEmpty()) {
            return partners.size() == count
                    ? partners
                    : IntStream.range(0, count).boxed().toList();
        }
        List<Object> key = JoinKey.values(keys, row, true);
        return key == null ? List.of() : byKey.getOrDefault(key, List.of());
    }

    private List<Value[]> rights() {
        if (rights == null) {
            rights = run.kept(sides.right()).toList();
            for (int index = 0; index < rights.size() && !keys.isEmpty(); index++) {
                List<Object> key = JoinKey.values(keys, rights.get(index), false);
                if (key != null) {
                    byKey.computeIfAbsent(key, none -> new ArrayList<>()).add(index);
                }
            }
        }
        return requireNonNull(rights);
    }

    @Override
    public void close() {
        lefts.close();
    }
}
