package dev.nacre.engine.validate;

import static dev.nacre.engine.binary.ComponentBytes.SORT_TYPE;
import static dev.nacre.engine.binary.ComponentBytes.U32;
import static dev.nacre.engine.binary.ComponentBytes.aliasExport;
import static dev.nacre.engine.binary.ComponentBytes.anyResource;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.equalType;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.field;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.outerTypeDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.record;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nacre.engine.Limits;
import dev.nacre.engine.wit.FunctionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.WitPrinter;
import dev.nacre.testkit.Guests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WIT text of validated components. */
class WitPrinterTest {
    static Stream<String> guests() {
        return Guests.names().stream().filter(name -> Guests.world(name).isPresent());
    }

    @ParameterizedTest
    @MethodSource("guests")
    void printsWorldsAsTheStockToolsDo(String guest) {
        String world = withoutComments(Guests.world(guest).orElseThrow()).stripTrailing();

        assertThat(print(Guests.bytes(guest))).startsWith(world + "\n");
    }

    /** The stock tools print the comments that a component has in it; here they are a matter of SQL. */
    private static String withoutComments(String wit) {
        return wit.lines()
                .filter(line -> !line.stripLeading().startsWith("///"))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void printsInterfacesWithTheirTypes() throws IOException {
        try (InputStream golden = WitPrinterTest.class.getResourceAsStream("telemetry-rust.wit")) {
            String expected = new String(golden.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(print(Guests.bytes("telemetry-rust"))).isEqualTo(expected);
        }
    }

    @Test
    void printsResourcesWithTheirFunctions() {
        byte[] bytes = component(
                type(instanceType(
                        exportDeclaration("counter", anyResource()),
                        typeDeclaration(bytes(0x69, 0)),
                        typeDeclaration(bytes(0x68, 0)),
                        typeDeclaration(function(1, field("start", U32))),
                        exportDeclaration("[constructor]counter", functionExtern(3)),
                        typeDeclaration(function(U32, field("self", 2), field("step", U32))),
                        exportDeclaration("[method]counter.next", functionExtern(4)),
                        typeDeclaration(function(1, field("list", 1))),
                        exportDeclaration("[static]counter.copy", functionExtern(5)))),
                importItem("a:b/counters", instanceExtern(0)));

        assertThat(print(bytes)).endsWith("""
                        package a:b {
                          interface counters {
                            resource counter {
                              constructor(start: u32);
                              next: func(step: u32) -> u32;
                              copy: static func(%list: counter) -> counter;
                            }
                          }
                        }
                        """);
    }

    @Test
    void printsUsesAndSynonyms() {
        byte[] bytes = component(
                type(instanceType(
                        typeDeclaration(record(field("x", U32))),
                        exportDeclaration("point", equalType(0)),
                        exportDeclaration("place", equalType(1)))),
                importItem("a:b/one@1.0.0", instanceExtern(0)),
                aliasExport(SORT_TYPE, 0, "point"),
                type(instanceType(
                        outerTypeDeclaration(1, 1),
                        exportDeclaration("spot", equalType(0)),
                        typeDeclaration(procedure(field("at", 1))),
                        exportDeclaration("go", functionExtern(2)))),
                importItem("a:b/two@1.0.0", instanceExtern(2)),
                importItem("mark", equalType(1)));

        assertThat(print(bytes)).isEqualTo("""
                        package root:component;

                        world root {
                          import a:b/one@1.0.0;
                          import a:b/two@1.0.0;

                          use a:b/one@1.0.0.{point as mark};
                        }

                        package a:b@1.0.0 {
                          interface one {
                            record point {
                              x: u32,
                            }

                            type place = point;
                          }

                          interface two {
                            use one.{point as spot};

                            go: func(at: spot);
                          }
                        }
                        """);
    }

    @Test
    void printsFunctionTypesOnOneLine() {
        FunctionType type = new FunctionType(
                List.of(new FunctionType.Parameter("s", PrimitiveType.STRING)), Optional.of(PrimitiveType.BOOL), true);

        assertThat(WitPrinter.print(type)).isEqualTo("async func(s: string) -> bool");
    }

    private static String print(byte[] bytes) {
        return WitPrinter.print(Validation.of(bytes, Limits.specification()).type(), "root");
    }
}
