package dev.nacre.jdbc;

import java.util.Arrays;
import java.util.List;

/**
 * Where each bracket among the tokens of a statement is closed, and how many commas stand right inside it. Found in one pass,
 * because a statement may have a hundred thousand of them.
 */
final class Brackets {
    private final int[] closing;
    private final int[] commas;

    Brackets(List<SqlToken> tokens) {
        closing = new int[tokens.size()];
        commas = new int[tokens.size()];
        Arrays.fill(closing, tokens.size());
        int[] open = new int[tokens.size()];
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            SqlToken token = tokens.get(at);
            if (token.isSymbol('(') || token.isSymbol('[')) {
                open[depth++] = at;
            } else if (depth > 0 && (token.isSymbol(')') || token.isSymbol(']'))) {
                closing[open[--depth]] = at;
            } else if (depth > 0 && token.isSymbol(',')) {
                commas[open[depth - 1]]++;
            }
        }
    }

    /** Returns the token that closes a bracket; the number of tokens for one that stays open. */
    int closing(int open) {
        return closing[open];
    }

    /** Returns how many expressions stand between a bracket and the one that closes it. */
    int items(int open) {
        return closing[open] == open + 1 ? 0 : commas[open] + 1;
    }
}
