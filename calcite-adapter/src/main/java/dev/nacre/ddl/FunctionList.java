package dev.nacre.ddl;

import dev.nacre.functions.FunctionCatalog;
import dev.nacre.sql.ddl.ShowFunctions;
import java.util.List;

/** SHOW FUNCTIONS: a query over the view that tools see, with the same columns where there is no catalog yet. */
final class FunctionList {
    private static final String FROM_CATALOG = """
            SELECT FUNCTION_SCHEMA, FUNCTION_NAME, PARAMETER_TYPES AS PARAMETERS, RETURNS, KIND, EXPORT, COMMENT
            FROM NACRE.FUNCTIONS WHERE FUNCTION_NAME LIKE ? ORDER BY FUNCTION_SCHEMA, FUNCTION_NAME, FUNCTION_ID""";
    private static final String WITHOUT_CATALOG = """
            SELECT CAST(NULL AS VARCHAR(256)) AS FUNCTION_SCHEMA, CAST(NULL AS VARCHAR(256)) AS FUNCTION_NAME,
                CAST(NULL AS VARCHAR) AS PARAMETERS, CAST(NULL AS VARCHAR) AS RETURNS, CAST(NULL AS VARCHAR(16)) AS KIND,
                CAST(NULL AS VARCHAR) AS EXPORT, CAST(NULL AS VARCHAR) AS COMMENT
            WHERE FALSE""";

    private FunctionList() {}

    static OwnResult query(ShowFunctions show, FunctionCatalog catalog) {
        return catalog.isEmpty()
                ? new OwnResult.Query(WITHOUT_CATALOG, List.of())
                : new OwnResult.Query(
                        FROM_CATALOG,
                        List.of(show.like() == null ? "%" : show.like().value()));
    }
}
