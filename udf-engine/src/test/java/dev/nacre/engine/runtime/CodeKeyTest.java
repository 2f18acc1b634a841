package dev.nacre.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.core.BodyMeasures;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the name of compiled code has of the engine itself. */
class CodeKeyTest {
    static Stream<Class<?>> makers() {
        Stream<Class<?>> pass = Stream.of(
                ClassPass.class,
                CoreCompiler.class,
                DispatchPass.class,
                FunctionPass.class,
                HelperPass.class,
                MethodSurvey.class,
                MethodSurvey.Facts.class,
                RedirectPass.class,
                Redirects.class,
                Referable.class);
        return Stream.concat(pass, BodyMeasures.readers().stream());
    }

    @ParameterizedTest
    @MethodSource("makers")
    void changesWithTheClassFileOfAnythingThatDecidesWhatTheCodeLooksLike(Class<?> changed) {
        assertThat(CodeKey.classFile(changed)).isNotEmpty();
        assertThat(CodeKey.versions(type -> type == changed ? new byte[] {1} : CodeKey.classFile(type)))
                .isNotEqualTo(CodeKey.versions(CodeKey::classFile));
    }
}
