package dev.nacre.calcite.text;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The tokens of a text, with the partner of each bracket. */
final class Tokens {
    /** Stands for no bracket. */
    static final int NONE = -1;

    private final List<Token> list;
    private final int[] partners;
    private final int[] openers;

    Tokens(String sql) {
        this.list = Tokenizer.tokens(sql);
        this.partners = new int[list.size()];
        this.openers = new int[list.size()];
        pair();
    }

    private void pair() {
        Arrays.fill(partners, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int index = 0; index < list.size(); index++) {
            Token token = list.get(index);
            if (token.closes() && !open.isEmpty()) {
                int opener = open.pop();
                partners[opener] = index;
                partners[index] = opener;
            }
            openers[index] = open.isEmpty() ? NONE : open.peek();
            if (token.opens()) {
                open.push(index);
            }
        }
    }

    int size() {
        return list.size();
    }

    Token get(int index) {
        return list.get(index);
    }

    /** Returns the token at or after an offset, {@link #size} when there is none. */
    int indexFrom(int offset) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (list.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Returns the index after the last token that starts in a span. */
    int indexAfter(Span span) {
        int index = indexFrom(span.end());
        return index < list.size() && list.get(index).start() < span.end() ? index + 1 : index;
    }

    /** Returns the bracket that closes or opens with the one at an index, -1 when there is none. */
    int partner(int index) {
        return partners[index];
    }

    /** Returns the opening bracket around a token, -1 outside of all; a bracket does not stand in itself. */
    int opener(int index) {
        return openers[index];
    }

    /** Widens a span until it holds both or none of each pair of brackets. */
    Span balanced(Span span) {
        Span wide = span;
        for (int index = indexFrom(span.start());
                index < list.size() && list.get(index).start() < wide.end();
                index++) {
            if (partners[index] != NONE) {
                wide = wide.union(list.get(partners[index]).span());
            }
        }
        return wide.equals(span) ? span : balanced(wide);
    }

    /** Returns the inside of the brackets around all of a span, the span itself without them. */
    Span withoutBrackets(Span span) {
        int first = indexFrom(span.start());
        int last = indexAfter(span) - 1;
        if (first < last && list.get(first).opens() && partners[first] == last) {
            return withoutBrackets(inside(first));
        }
        return span;
    }

    /** Returns what stands between a bracket and its partner, from the first token to the last. */
    Span inside(int opener) {
        int closer = partners[opener];
        if (closer == opener + 1) {
            return new Span(list.get(opener).end(), list.get(closer).start());
        }
        return new Span(list.get(opener + 1).start(), list.get(closer - 1).end());
    }
}
