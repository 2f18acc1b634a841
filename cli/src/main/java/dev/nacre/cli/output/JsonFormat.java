package dev.nacre.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.nacre.cli.output.Columns.Column;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** One array of objects for each result. A label that occurs again is told apart: {@code X}, {@code X_2}, {@code X_3}. */
final class JsonFormat implements ResultFormat {
    private final Writer output;

    JsonFormat(Writer output) {
        this.output = output;
    }

    @Override
    public void rows(ResultSet rows) throws SQLException, IOException {
        Map<String, Column> columns = members(Columns.of(rows.getMetaData()));
        JsonGenerator generator =
                new JsonFactory().createGenerator(output).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
        try (generator) {
            generator.writeStartArray();
            while (rows.next()) {
                object(generator, rows, columns);
            }
            generator.writeEndArray();
        }
        output.write('\n');
        output.flush();
    }

    private static Map<String, Column> members(Columns columns) {
        Map<String, Column> members = new LinkedHashMap<>();
        for (Column column : columns.columns()) {
            String name = column.label();
            for (int occurrence = 2; members.containsKey(name); occurrence++) {
                name = column.label() + "_" + occurrence;
            }
            members.put(name, column);
        }
        return members;
    }

    private static void object(JsonGenerator generator, ResultSet rows, Map<String, Column> columns)
            throws SQLException, IOException {
        generator.writeStartObject();
        for (Map.Entry<String, Column> member : columns.entrySet()) {
            generator.writeFieldName(member.getKey());
            JsonValues.write(generator, rows, member.getValue());
        }
        generator.writeEndObject();
    }

    @Override
    public void changed(long changedRows) {
        // a program reads this: rows or nothing
    }
}
