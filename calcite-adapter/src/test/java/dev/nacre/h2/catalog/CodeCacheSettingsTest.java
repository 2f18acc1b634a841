package dev.nacre.h2.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.CodeCache;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCacheSettingsTest {
    private static Optional<CodeCache> read(Map<String, String> properties) {
        return CodeCacheSettings.read(name -> properties.getOrDefault(name, ""));
    }

    @Test
    void isOffUnlessAFolderIsNamed() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("nacre.code_cache", " ", "nacre.code_cache.size", "1 MiB")))
                .isEmpty();
        assertThat(CodeCacheSettings.read()).isEmpty();
    }

    @Test
    void oneSettingIsEnough() {
        assertThat(read(Map.of("nacre.code_cache", "some/../code/")))
                .hasValue(CodeCache.of(Path.of("code"), Path.of("code.key")));
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "64 KiB, 65536", "2mib, 2097152", "3 GiB, 3221225472"})
    void takesKeyFileAndSize(String size, long bytes) {
        assertThat(read(Map.of(
                        "nacre.code_cache", "code",
                        "nacre.code_cache.key_file", "keys/nacre",
                        "nacre.code_cache.size", size)))
                .hasValue(new CodeCache(Path.of("code"), Path.of("keys/nacre"), bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "much", "1 TiB", "1.5 MiB", "9999999999999999999"})
    void nonsenseTurnsItOff(String size) {
        assertThat(read(Map.of("nacre.code_cache", "code", "nacre.code_cache.size", size)))
                .isEmpty();
    }

    @Test
    void unfitPlacesTurnItOff() {
        assertThat(read(Map.of("nacre.code_cache", "/"))).isEmpty();
        assertThat(read(Map.of("nacre.code_cache", "co\0de"))).isEmpty();
        assertThat(read(Map.of("nacre.code_cache", "code", "nacre.code_cache.key_file", "code/key")))
                .isEmpty();
    }
}
