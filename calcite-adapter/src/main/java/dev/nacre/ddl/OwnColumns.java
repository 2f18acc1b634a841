package dev.nacre.ddl;

import dev.nacre.h2.H2Column;
import java.sql.ResultSetMetaData;
import java.util.List;
import org.h2.value.TypeInfo;

/** The columns of the statements that give rows. */
final class OwnColumns {
    static final List<H2Column> FUNCTIONS = List.of(
            text("FUNCTION_SCHEMA"),
            text("FUNCTION_NAME"),
            text("PARAMETERS"),
            text("RETURNS"),
            text("KIND"),
            text("EXPORT"),
            optional("COMPONENT_NAME"),
            optional("COMMENT"));
    static final List<H2Column> COMPONENTS = List.of(
            text("COMPONENT_NAME"),
            text("SHA256"),
            number("BYTE_LENGTH"),
            number("FUNCTIONS"),
            optional("OPTIONS"),
            optional("COMMENT"));
    static final List<H2Column> FUNCTION_DESCRIPTION =
            List.of(text("FUNCTION_NAME"), text("PROPERTY"), optional("ITEM"), text("VALUE"));
    static final List<H2Column> COMPONENT_DESCRIPTION = List.of(text("PROPERTY"), optional("ITEM"), text("VALUE"));
    static final List<H2Column> STATEMENT = List.of(text("STATEMENT"));

    private OwnColumns() {}

    private static H2Column text(String name) {
        return column(name, TypeInfo.TYPE_VARCHAR, ResultSetMetaData.columnNoNulls);
    }

    private static H2Column optional(String name) {
        return column(name, TypeInfo.TYPE_VARCHAR, ResultSetMetaData.columnNullable);
    }

    private static H2Column number(String name) {
        return column(name, TypeInfo.TYPE_BIGINT, ResultSetMetaData.columnNoNulls);
    }

    private static H2Column column(String name, TypeInfo type, int nullable) {
        return new H2Column(name, name, null, null, type, nullable, false);
    }
}
