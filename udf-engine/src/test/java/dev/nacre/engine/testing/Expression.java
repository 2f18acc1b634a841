package dev.nacre.engine.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A word, or several expressions in parentheses: the form of the vectors of the canonical ABI.
 *
 * @param word empty for parentheses
 * @param parts empty for a word
 */
public record Expression(String word, List<Expression> parts) {
    public Expression {
        parts = List.copyOf(parts);
    }

    /** Returns the vectors of a file: the expressions of each line. */
    public static List<List<Expression>> vectors(String name) {
        String resource = "/dev/nacre/engine/abi/" + name;
        try (InputStream stream = Objects.requireNonNull(Expression.class.getResourceAsStream(resource), resource)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().map(Expression::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Expression> parse(String line) {
        Parser parser = new Parser(line);
        List<Expression> expressions = parser.expressions();
        if (parser.position < line.length()) {
            throw new IllegalArgumentException("closed too often: " + line);
        }
        return expressions;
    }

    private static final class Parser {
        private final String text;
        private int position;

        Parser(String text) {
            this.text = text;
        }

        List<Expression> expressions() {
            List<Expression> found = new ArrayList<>();
            while (position < text.length() && text.charAt(position) != ')') {
                found.add(expression());
                if (position < text.length() && text.charAt(position) == ' ') {
                    position++;
                }
            }
            return found;
        }

        private Expression expression() {
            if (text.charAt(position) == '(') {
                position++;
                Expression inner = new Expression("", expressions());
                position++;
                return inner;
            }
            int begin = position;
            while (position < text.length() && " ()".indexOf(text.charAt(position)) < 0) {
                position++;
            }
            return new Expression(text.substring(begin, position), List.of());
        }
    }

    @Override
    public String toString() {
        return word.isEmpty()
                ? "("
                        + String.join(
                                " ", parts.stream().map(Expression::toString).toList()) + ")"
                : word;
    }
}
