package dev.nacre.functions.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.functions.SqlKind;
import dev.nacre.functions.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two tables of docs/types.md are what the code does: each line is made here from the codecs and the inference. */
class TypesPageTest {
    private static final Path PAGE = Path.of("..", "docs", "types.md");

    private static final Map<String, WitType> FORMS = forms();

    private static Map<String, WitType> forms() {
        Map<String, WitType> forms = new LinkedHashMap<>();
        for (PrimitiveType type : PrimitiveType.values()) {
            forms.put(type.toString(), type);
        }
        forms.put("list<u8>", new ListType(PrimitiveType.U8));
        forms.put("tuple<u64, u64>", new TupleType(List.of(PrimitiveType.U64, PrimitiveType.U64)));
        forms.put("enum", new EnumType(List.of("red", "green")));
        forms.put("decimal", SqlRecords.DECIMAL);
        forms.put("date", SqlRecords.DATE);
        forms.put("time", SqlRecords.TIME);
        forms.put("timestamp", SqlRecords.TIMESTAMP);
        forms.put("timestamp-with-offset", SqlRecords.TIMESTAMP_WITH_OFFSET);
        forms.put("interval", SqlRecords.INTERVAL);
        forms.put("uuid", SqlRecords.UUID);
        return forms;
    }

    @Test
    void listsWhatEachSqlTypeTakes() throws IOException {
        String table = Stream.of(SqlKind.values())
                .map(kind -> "| " + kind.sql() + " | " + forms(SqlType.of(kind)) + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static String forms(SqlType sql) {
        return FORMS.entrySet().stream()
                .filter(form -> Codecs.find(sql, form.getValue()).isPresent())
                .map(form -> "`" + form.getKey() + "`")
                .collect(Collectors.joining(", "));
    }

    @Test
    void listsWhatEachWitTypeBecomes() throws IOException {
        Map<String, WitType> types = new LinkedHashMap<>(FORMS);
        types.remove("tuple<u64, u64>");
        types.put("list<T>", new ListType(PrimitiveType.S32));
        types.put("record", new RecordType(List.of(new RecordType.Field("unit-price", PrimitiveType.F64))));
        types.put("tuple", new TupleType(List.of(PrimitiveType.S32, PrimitiveType.STRING)));
        types.put("map<K, V>", new MapType(PrimitiveType.STRING, PrimitiveType.S32));
        types.put("flags", new FlagsType(List.of("read", "write")));
        types.put(
                "variant",
                new VariantType(List.of(
                        new VariantType.Case("none", Optional.empty()),
                        new VariantType.Case("some", Optional.of(PrimitiveType.S32)))));
        types.put("option<T>", new OptionType(PrimitiveType.S32));
        types.put("result<T, E>", new ResultType(Optional.of(PrimitiveType.S32), Optional.of(PrimitiveType.STRING)));
        types.put("result<_, E>", new ResultType(Optional.empty(), Optional.of(PrimitiveType.STRING)));
        List<String> lines = new ArrayList<>();
        types.forEach((name, type) ->
                lines.add("| `" + name + "` | " + Inference.sqlType(type).sql() + " |"));

        assertThat(Files.readString(PAGE)).contains(String.join("\n", lines));
    }
}
