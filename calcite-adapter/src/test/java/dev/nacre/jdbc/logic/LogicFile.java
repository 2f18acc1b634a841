package dev.nacre.jdbc.logic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.hydromatic.sqllogictest.ISqlTestOperation;
import net.hydromatic.sqllogictest.OptionsParser;
import net.hydromatic.sqllogictest.SltSqlStatement;
import net.hydromatic.sqllogictest.SltTestFile;
import net.hydromatic.sqllogictest.SqlTestQuery;
import net.hydromatic.sqllogictest.SqlTestQueryOutputDescription.SortOrder;

/**
 * One file of SQL Logic Test, as its library reads it.
 *
 * @param records in the order of the file
 */
record LogicFile(String name, List<Record> records) {
    /** The selection: one file or more of each kind, in alphabetical order. */
    static final List<String> SELECTION = List.of(
            "test/evidence/in1.test",
            "test/evidence/in2.test",
            "test/evidence/slt_lang_aggfunc.test",
            "test/evidence/slt_lang_createview.test",
            "test/evidence/slt_lang_dropindex.test",
            "test/evidence/slt_lang_droptable.test",
            "test/evidence/slt_lang_dropview.test",
            "test/evidence/slt_lang_update.test",
            "test/index/between/1/slt_good_0.test",
            "test/index/commute/10/slt_good_0.test",
            "test/index/delete/1/slt_good_0.test",
            "test/index/in/10/slt_good_0.test",
            "test/index/orderby/10/slt_good_0.test",
            "test/index/orderby_nosort/10/slt_good_0.test",
            "test/index/random/10/slt_good_0.test",
            "test/random/aggregates/slt_good_0.test",
            "test/random/expr/slt_good_0.test",
            "test/random/groupby/slt_good_0.test",
            "test/random/select/slt_good_0.test",
            "test/select1.test",
            "test/select2.test",
            "test/select3.test",
            "test/select4.test");

    LogicFile {
        records = List.copyOf(records);
    }

    /** One statement of a file. */
    sealed interface Record {
        String sql();
    }

    /** A statement that gives no rows. */
    record Change(String sql) implements Record {}

    /**
     * A query.
     *
     * @param ordered whether its rows come in one order only
     */
    record Query(String sql, boolean ordered) implements Record {}

    static LogicFile read(String name) throws IOException {
        SltTestFile file = new SltTestFile(name);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        file.parse(new OptionsParser(false, nowhere, nowhere).getOptions());
        List<Record> records = new ArrayList<>();
        for (ISqlTestOperation operation : file.fileContents) {
            if (operation instanceof SltSqlStatement statement) {
                records.add(new Change(statement.statement));
            } else if (operation instanceof SqlTestQuery query) {
                boolean ordered = query.outputDescription.getOrder() == SortOrder.NONE;
                records.add(new Query(query.getQuery(), ordered));
            }
        }
        return new LogicFile(name, records);
    }
}
