package dev.nacre.sql.ddl;

import dev.nacre.sql.syntax.SourceSpan;

/** Is a piece of SQL that knows where it stood and can be printed again. */
public interface SqlFragment {

    /** Returns where the fragment stood in the text it was read from. */
    SourceSpan span();

    /** Returns SQL text that reads as the same fragment: standard spellings, every name quoted. */
    String toSql();
}
