package dev.nacre.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ExportedFunctionType;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import dev.nacre.engine.wit.ResourceType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExportedFunctionsTest {
    private static final ExternType FUNCTION =
            new ExternType.Function(new FunctionType(List.of(), Optional.empty(), false));

    private final ComponentType component = new ComponentType(
            List.of(new NamedExtern("imported", FUNCTION)),
            List.of(
                    new NamedExtern("plain", FUNCTION),
                    new NamedExtern("[method]r.read", FUNCTION),
                    new NamedExtern(
                            "a:b/c@1.0.0",
                            new ExternType.Instance(new InstanceType(List.of(
                                    new NamedExtern("r", new ExternType.Resource(new ResourceType("r"))),
                                    new NamedExtern("[constructor]r", FUNCTION),
                                    new NamedExtern("inner", FUNCTION)))))));

    @Test
    void namesFunctionsOfTheWorldAndOfInterfaces() {
        assertThat(ExportedFunctions.of(component))
                .extracting(ExportedFunctionType::name)
                .containsExactly("plain", "a:b/c@1.0.0#inner");
    }

    @Test
    void namesFunctionsOfResourcesApart() {
        assertThat(ExportedFunctions.ofResources(component))
                .extracting(ExportedFunctionType::name)
                .containsExactly("[method]r.read", "a:b/c@1.0.0#[constructor]r");
    }
}
