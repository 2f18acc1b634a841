package dev.nacre.sql.parser;

import dev.nacre.sql.ddl.Identifier;
import dev.nacre.sql.syntax.SourceSpan;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Carries positions and names from Calcite's types to Nacre's. */
public final class Positions {

    private Positions() {}

    /** Returns the same position in the type of Nacre. */
    public static SourceSpan of(SqlParserPos position) {
        return new SourceSpan(
                position.getLineNum(), position.getColumnNum(), position.getEndLineNum(), position.getEndColumnNum());
    }

    static Identifier identifier(SqlIdentifier identifier) {
        SqlParserPos position = identifier.getParserPosition();
        return new Identifier(identifier.getSimple(), position.isQuoted(), of(position));
    }
}
