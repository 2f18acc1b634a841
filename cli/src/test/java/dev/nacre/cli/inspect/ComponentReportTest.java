package dev.nacre.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.ComponentDescription;
import dev.nacre.engine.wit.ComponentType;
import dev.nacre.engine.wit.ExternType;
import dev.nacre.engine.wit.InstanceType;
import dev.nacre.engine.wit.NamedExtern;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComponentReportTest {
    private static final ExternType INTERFACE = new ExternType.Instance(new InstanceType(List.of()));

    private static List<String> report(List<String> imports, List<String> missing) {
        ComponentType type = new ComponentType(
                imports.stream().map(name -> new NamedExtern(name, INTERFACE)).toList(), List.of());
        return ComponentReport.lines("a.wasm", 8, new ComponentDescription("", type, "", List.of(), missing));
    }

    @Test
    void tellsAnInterfaceThatIsMissingFromOneThatLacksFunctions() {
        assertThat(report(
                        List.of("wasi:io/error@0.2.0", "acme:a/vault", "acme:a/vault-two"),
                        List.of("acme:a/vault-two", "acme:a/vault#open", "acme:a/vault#close")))
                .containsSequence(
                        "Imports: 3, 2 not provided: it cannot be registered",
                        "  wasi:io/error@0.2.0  provided",
                        "  acme:a/vault         NOT PROVIDED: open, close",
                        "  acme:a/vault-two     NOT PROVIDED");
    }
}
