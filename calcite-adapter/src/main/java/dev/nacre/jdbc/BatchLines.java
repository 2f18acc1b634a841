package dev.nacre.jdbc;

import dev.nacre.functions.FunctionDefinition;
import dev.nacre.functions.FunctionKind;
import dev.nacre.functions.FunctionSettings;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SqlSetting;
import java.util.Collection;
import java.util.List;

/** Words for EXPLAIN how large the batches of vectorized functions are. */
final class BatchLines {
    private BatchLines() {}

    static List<String> of(Collection<FunctionDefinition> functions, EffectiveSettings settings) {
        return functions.stream()
                .filter(function -> function.kind() == FunctionKind.VECTORIZED)
                .map(function -> line(function, settings.and(FunctionSettings.of(function))))
                .toList();
    }

    private static String line(FunctionDefinition function, EffectiveSettings settings) {
        return "batches of " + function.name() + " version " + function.version() + ": at most "
                + settings.text(SqlSetting.BATCH_ROWS) + " rows and " + settings.text(SqlSetting.BATCH_BYTES);
    }
}
