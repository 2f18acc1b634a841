package dev.nacre.calcite.split;

import dev.nacre.adapter.SqlLayerErrorCode;
import dev.nacre.adapter.SqlLayerException;
import dev.nacre.adapter.SqlPosition;
import dev.nacre.functions.FunctionDefinition;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParserPos;

/** The words with which a query is refused. */
final class Refusals {
    private Refusals() {}

    static SqlLayerException clause(SqlNode node, String clause) {
        return notSupported(
                node,
                clause + " is not supported yet beside a wasm function: move the function into a query of its own");
    }

    static SqlLayerException eager(SqlNode node, String text) {
        return notSupported(
                node,
                "expression '" + text + "' may only be evaluated after a wasm function has answered, which is not"
                        + " supported yet: use a plain column or a constant there, or compute it in a subquery");
    }

    static SqlLayerException unreachable(SqlNode node, String text) {
        return notSupported(
                node,
                "expression '" + text + "' cannot be told apart beside a wasm function: qualify its columns, and write"
                        + " keys of GROUP BY the same everywhere");
    }

    static SqlLayerException correlated(SqlNode node) {
        return notSupported(
                node,
                "a subquery that calls a wasm function and refers to the query around it is not supported yet: write it"
                        + " as a join");
    }

    static SqlLayerException notSplit(SQLException cause) {
        return new SqlLayerException(
                SqlLayerErrorCode.NOT_SUPPORTED,
                "the query cannot be split between H2 and its wasm functions, H2 says about a part of it: "
                        + cause.getMessage() + "; move the functions into a subquery of plain columns",
                cause);
    }

    static SqlLayerException key(SqlNode key, List<String> names) {
        return at(
                SqlLayerErrorCode.SYNTAX,
                key,
                "PARTITION BY and ORDER BY of rows that are an argument: expected one of their columns "
                        + String.join(", ", names) + ", found '" + key + "'; compute it in the query of the argument");
    }

    static SqlLayerException noOverload(SqlNode node, List<FunctionDefinition> overloads, String found) {
        return at(
                SqlLayerErrorCode.NO_SUCH_OVERLOAD,
                node,
                "function '" + overloads.get(0).name() + "': expected arguments " + signatures(overloads) + ", found "
                        + found + "; cast the arguments to a signature's types");
    }

    static SqlLayerException ambiguous(SqlNode node, List<FunctionDefinition> candidates, String found) {
        return at(
                SqlLayerErrorCode.AMBIGUOUS_OVERLOAD,
                node,
                "function '" + candidates.get(0).name() + "': arguments " + found + " fit " + signatures(candidates)
                        + " equally well; cast the arguments to one signature's types");
    }

    private static String signatures(List<FunctionDefinition> overloads) {
        return overloads.stream()
                .map(function -> function.signature().parameterTypes().stream()
                        .map(type -> type.sql())
                        .collect(Collectors.joining(", ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private static SqlLayerException notSupported(SqlNode node, String message) {
        return at(SqlLayerErrorCode.NOT_SUPPORTED, node, message);
    }

    /** Returns a refusal with the place of a node. */
    static SqlLayerException at(SqlLayerErrorCode code, SqlNode node, String message) {
        SqlParserPos position = node.getParserPosition();
        return position.getLineNum() > 0
                ? new SqlLayerException(code, message, new SqlPosition(position.getLineNum(), position.getColumnNum()))
                : new SqlLayerException(code, message);
    }
}
