package dev.nacre.sql;

import dev.nacre.sql.parser.GeneratedParser;
import dev.nacre.sql.parser.GeneratedParserConstants;
import dev.nacre.sql.parser.ParseException;
import dev.nacre.sql.parser.SelectTokens;
import dev.nacre.sql.parser.StatementScanner;
import dev.nacre.sql.parser.TokenMgrError;
import dev.nacre.sql.syntax.SyntaxException;
import java.util.Objects;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.sql.SqlNode;

/**
 * Parses SQL text: Nacre's own statements and, with H2's words and operators as far as Calcite's grammar goes, queries
 * and data modifications. Any number of threads may use it.
 *
 * {@snippet :
 * ParsedStatement statement = NacreParser.parseStatement("DROP FUNCTION mask", IdentifierCase.UPPER);
 * }
 */
public final class NacreParser {

    /** How deep brackets may nest. A level costs the parser up to 4 KiB of stack, and threads have 1 MiB. */
    public static final int MAXIMUM_BRACKETS = 200;

    /**
     * How deep the tree of a query may be; every later pass over it recurs. Long chains of AND and OR become balanced
     * trees and may be as long as they like.
     */
    public static final int MAXIMUM_DEPTH = 500;

    /** H2's limit (Constants.MAX_IDENTIFIER_LENGTH). */
    private static final int IDENTIFIER_LENGTH = 256;

    private NacreParser() {}

    /**
     * Parses one statement; semicolons after it are allowed.
     *
     * @param sql the text
     * @param unquotedCase what becomes of identifiers without quotes
     * @throws SyntaxException if the text is not one statement of the grammar
     */
    public static ParsedStatement parseStatement(String sql, IdentifierCase unquotedCase) {
        Objects.requireNonNull(sql, "sql is null");
        Objects.requireNonNull(unquotedCase, "unquotedCase is null");
        String text = StatementScanner.scan(sql, MAXIMUM_BRACKETS);
        GeneratedParser parser = parser(text, unquotedCase);
        boolean own = false;
        try {
            own = startsOwnStatement(parser.getToken(1).kind);
            return own ? own(parser) : foreign(parser);
        } catch (ParseException e) {
            throw SyntaxErrors.of(e, parser, own);
        } catch (TokenMgrError e) {
            throw SyntaxErrors.of(e, parser, text);
        } catch (StackOverflowError e) {
            throw SyntaxErrors.of(e, parser);
        } catch (SyntaxException e) {
            throw e;
        } catch (RuntimeException e) {
            throw SyntaxErrors.of(e, parser);
        }
    }

    private static GeneratedParser parser(String text, IdentifierCase unquotedCase) {
        GeneratedParser parser = new GeneratedParser(new SelectTokens(text));
        parser.setConformance(H2Conformance.INSTANCE);
        parser.setIdentifierMaxLength(IDENTIFIER_LENGTH);
        parser.setQuotedCasing(Casing.UNCHANGED);
        parser.setUnquotedCasing(unquotedCase.casing());
        return parser;
    }

    private static ParsedStatement own(GeneratedParser parser) throws ParseException {
        return new ParsedStatement.Own(parser.NacreStatementEof(), parser.parameterCount());
    }

    private static ParsedStatement foreign(GeneratedParser parser) throws ParseException {
        switch (parser.getToken(1).kind) {
            case GeneratedParserConstants.EXPLAIN:
                return new ParsedStatement.Explain(checked(parser.ExplainEof()), parser.parameterCount());
            case GeneratedParserConstants.CALL:
                return new ParsedStatement.Call(checked(parser.CallEof()), parser.parameterCount());
            case GeneratedParserConstants.DELETE,
                    GeneratedParserConstants.INSERT,
                    GeneratedParserConstants.MERGE,
                    GeneratedParserConstants.UPDATE:
                return new ParsedStatement.Modification(checked(parser.ModificationEof()), parser.parameterCount());
            case GeneratedParserConstants.LPAREN,
                    GeneratedParserConstants.SELECT,
                    GeneratedParserConstants.TABLE,
                    GeneratedParserConstants.VALUES,
                    GeneratedParserConstants.WITH:
                return new ParsedStatement.Query(checked(parser.QueryEof()), parser.parameterCount());
            default:
                throw SyntaxErrors.notAStatement(parser.getToken(1));
        }
    }

    private static boolean startsOwnStatement(int kind) {
        return switch (kind) {
            case GeneratedParserConstants.CREATE,
                    GeneratedParserConstants.DESCRIBE,
                    GeneratedParserConstants.DROP,
                    GeneratedParserConstants.GRANT,
                    GeneratedParserConstants.IMPORT,
                    GeneratedParserConstants.REVOKE,
                    GeneratedParserConstants.SET,
                    GeneratedParserConstants.SHOW -> true;
            default -> false;
        };
    }

    private static SqlNode checked(SqlNode tree) {
        TreeDepth.check(tree, MAXIMUM_DEPTH);
        return tree;
    }
}
