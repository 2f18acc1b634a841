package dev.nacre.sql.parser;

import static java.util.Map.entry;

import dev.nacre.sql.ddl.ArrayType;
import dev.nacre.sql.ddl.ScalarType;
import dev.nacre.sql.ddl.ScalarTypeName;
import dev.nacre.sql.ddl.TypeExpression;
import dev.nacre.sql.syntax.SourceSpan;
import dev.nacre.sql.syntax.SyntaxErrorCode;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Knows every spelling of H2's types without parts.
 *
 * <p>The list is that of H2's manual, section "Data Types" (https://h2database.com/html/datatypes.html), with the
 * names that H2 knows from other databases.
 */
public final class TypeNames {

    private static final List<Map.Entry<ScalarTypeName, List<String>>> SYNONYMS = List.of(
            entry(ScalarTypeName.BOOLEAN, List.of("BOOLEAN", "BOOL", "BIT")),
            entry(ScalarTypeName.TINYINT, List.of("TINYINT")),
            entry(ScalarTypeName.SMALLINT, List.of("SMALLINT", "INT2")),
            entry(ScalarTypeName.INTEGER, List.of("INTEGER", "INT", "INT4", "MEDIUMINT", "SIGNED")),
            entry(ScalarTypeName.BIGINT, List.of("BIGINT", "INT8", "LONG")),
            entry(ScalarTypeName.REAL, List.of("REAL", "FLOAT4")),
            entry(ScalarTypeName.DOUBLE, List.of("DOUBLE PRECISION", "DOUBLE", "FLOAT8", "FLOAT")),
            entry(ScalarTypeName.DECIMAL, List.of("DECIMAL", "DEC", "NUMERIC", "NUMBER")),
            entry(ScalarTypeName.DECFLOAT, List.of("DECFLOAT")),
            entry(ScalarTypeName.CHAR, List.of("CHARACTER", "CHAR", "NCHAR", "NATIONAL CHARACTER", "NATIONAL CHAR")),
            entry(
                    ScalarTypeName.VARCHAR,
                    List.of(
                            "CHARACTER VARYING",
                            "CHAR VARYING",
                            "VARCHAR",
                            "VARCHAR2",
                            "NVARCHAR",
                            "NVARCHAR2",
                            "NCHAR VARYING",
                            "NATIONAL CHARACTER VARYING",
                            "NATIONAL CHAR VARYING",
                            "VARCHAR_CASESENSITIVE",
                            "LONGVARCHAR",
                            "LONGNVARCHAR",
                            "TINYTEXT",
                            "TEXT",
                            "MEDIUMTEXT",
                            "LONGTEXT",
                            "NTEXT")),
            entry(ScalarTypeName.VARCHAR_IGNORECASE, List.of("VARCHAR_IGNORECASE")),
            entry(
                    ScalarTypeName.CLOB,
                    List.of(
                            "CHARACTER LARGE OBJECT",
                            "CHAR LARGE OBJECT",
                            "CLOB",
                            "NCLOB",
                            "NCHAR LARGE OBJECT",
                            "NATIONAL CHARACTER LARGE OBJECT")),
            entry(ScalarTypeName.BINARY, List.of("BINARY")),
            entry(
                    ScalarTypeName.VARBINARY,
                    List.of("BINARY VARYING", "VARBINARY", "RAW", "BYTEA", "LONG RAW", "LONGVARBINARY")),
            entry(
                    ScalarTypeName.BLOB,
                    List.of("BINARY LARGE OBJECT", "BLOB", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "IMAGE")),
            entry(ScalarTypeName.DATE, List.of("DATE")),
            entry(ScalarTypeName.TIME, List.of("TIME")),
            entry(ScalarTypeName.TIMESTAMP, List.of("TIMESTAMP", "DATETIME")),
            entry(ScalarTypeName.UUID, List.of("UUID")),
            entry(ScalarTypeName.JSON, List.of("JSON")),
            entry(ScalarTypeName.GEOMETRY, List.of("GEOMETRY")),
            entry(ScalarTypeName.JAVA_OBJECT, List.of("JAVA_OBJECT", "OBJECT", "OTHER")));

    private static final Map<String, ScalarTypeName> SPELLINGS = spellings();

    /** How many times ARRAY may follow a type. */
    public static final int MAXIMUM_DIMENSIONS = 8;

    private TypeNames() {}

    /** Returns the type that is spelled so, in upper case with single blanks. */
    static Optional<ScalarTypeName> find(String words) {
        return Optional.ofNullable(SPELLINGS.get(words));
    }

    /** Returns whether a type is spelled with these words and at least one more. */
    static boolean isBeginning(String words) {
        return SPELLINGS.keySet().stream().anyMatch(spelling -> spelling.startsWith(words + " "));
    }

    /**
     * Returns whether a parameter begins with its name, not with its type.
     *
     * @param first the parameter's first token
     * @param second the token after it
     */
    static boolean startsWithName(Token first, Token second) {
        return switch (second.kind) {
            case GeneratedParserConstants.COMMA,
                    GeneratedParserConstants.RPAREN,
                    GeneratedParserConstants.LPAREN,
                    GeneratedParserConstants.DOT,
                    GeneratedParserConstants.ARRAY,
                    GeneratedParserConstants.WITH,
                    GeneratedParserConstants.WITHOUT,
                    GeneratedParserConstants.EOF -> false;
            default ->
                first.kind != GeneratedParserConstants.INTERVAL
                        && first.kind != GeneratedParserConstants.ROW
                        && first.kind != GeneratedParserConstants.TABLE
                        && !isSpelling(first.image + " " + second.image);
        };
    }

    /** Returns an array of the elements; types are walked by recursion, so they may not be endless. */
    static ArrayType array(TypeExpression element, OptionalInt maximum, SourceSpan end) {
        int dimensions = 1;
        for (TypeExpression inner = element; inner instanceof ArrayType array; inner = array.element()) {
            dimensions++;
        }
        if (dimensions > MAXIMUM_DIMENSIONS) {
            throw new SyntaxException(
                    SyntaxErrorCode.NESTING_TOO_DEEP,
                    end,
                    "expected at most " + MAXIMUM_DIMENSIONS + " dimensions of an array, found more");
        }
        return new ArrayType(element, maximum, element.span().to(end));
    }

    static ScalarType interval(String words, OptionalInt precision, OptionalInt scale, SourceSpan span) {
        String fields = words.toUpperCase(Locale.ROOT);
        return Arrays.stream(ScalarTypeName.values())
                .filter(name -> name.words().equals("INTERVAL " + fields))
                .findFirst()
                .map(name -> new ScalarType(name, precision, scale, span))
                .orElseThrow(() -> new SyntaxException(
                        SyntaxErrorCode.BAD_TYPE,
                        span,
                        "expected the fields of an interval, as DAY TO SECOND, found '" + fields + "'"));
    }

    private static boolean isSpelling(String words) {
        String upper = words.toUpperCase(Locale.ROOT);
        return SPELLINGS.containsKey(upper) || isBeginning(upper);
    }

    private static Map<String, ScalarTypeName> spellings() {
        Map<String, ScalarTypeName> names = new HashMap<>();
        for (Map.Entry<ScalarTypeName, List<String>> entry : SYNONYMS) {
            entry.getValue().forEach(spelling -> names.put(spelling, entry.getKey()));
        }
        return Map.copyOf(names);
    }
}
