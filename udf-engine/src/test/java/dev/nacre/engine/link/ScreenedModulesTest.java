package dev.nacre.engine.link;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import dev.nacre.engine.Limits;
import dev.nacre.engine.Setting;
import dev.nacre.engine.runtime.CompileDeadline;
import dev.nacre.testkit.Guests;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ScreenedModulesTest {
    @Test
    void saysWhichCoreModuleIsRefused() {
        Limits limits = Limits.sandbox().with(Setting.IMPORTS, 20);

        assertThatThrownBy(() -> Validation.of(Guests.bytes("telemetry-rust"), limits, CompileDeadline.NONE))
                .hasMessage("core module 1: section 'import' has 21 imports, at most 20 allowed (setting imports)")
                .asInstanceOf(InstanceOfAssertFactories.type(EngineException.class))
                .extracting(EngineException::code)
                .isEqualTo(ErrorCode.CAP_EXCEEDED);
    }
}
