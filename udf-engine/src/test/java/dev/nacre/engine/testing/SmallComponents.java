package dev.nacre.engine.testing;

import static dev.nacre.engine.binary.ComponentBytes.CHAR;
import static dev.nacre.engine.binary.ComponentBytes.I32;
import static dev.nacre.engine.binary.ComponentBytes.SORT_COMPONENT;
import static dev.nacre.engine.binary.ComponentBytes.SORT_FUNCTION;
import static dev.nacre.engine.binary.ComponentBytes.SORT_INSTANCE;
import static dev.nacre.engine.binary.ComponentBytes.SORT_TYPE;
import static dev.nacre.engine.binary.ComponentBytes.STRING;
import static dev.nacre.engine.binary.ComponentBytes.U32;
import static dev.nacre.engine.binary.ComponentBytes.U8;
import static dev.nacre.engine.binary.ComponentBytes.aliasCoreExport;
import static dev.nacre.engine.binary.ComponentBytes.aliasExport;
import static dev.nacre.engine.binary.ComponentBytes.aliasOuter;
import static dev.nacre.engine.binary.ComponentBytes.anyResource;
import static dev.nacre.engine.binary.ComponentBytes.argument;
import static dev.nacre.engine.binary.ComponentBytes.bundle;
import static dev.nacre.engine.binary.ComponentBytes.bundled;
import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.canon;
import static dev.nacre.engine.binary.ComponentBytes.component;
import static dev.nacre.engine.binary.ComponentBytes.componentType;
import static dev.nacre.engine.binary.ComponentBytes.coreInstantiate;
import static dev.nacre.engine.binary.ComponentBytes.coreModule;
import static dev.nacre.engine.binary.ComponentBytes.equalType;
import static dev.nacre.engine.binary.ComponentBytes.export;
import static dev.nacre.engine.binary.ComponentBytes.exportAs;
import static dev.nacre.engine.binary.ComponentBytes.exportDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.externName;
import static dev.nacre.engine.binary.ComponentBytes.field;
import static dev.nacre.engine.binary.ComponentBytes.function;
import static dev.nacre.engine.binary.ComponentBytes.functionExtern;
import static dev.nacre.engine.binary.ComponentBytes.importDeclaration;
import static dev.nacre.engine.binary.ComponentBytes.importItem;
import static dev.nacre.engine.binary.ComponentBytes.instanceExtern;
import static dev.nacre.engine.binary.ComponentBytes.instanceType;
import static dev.nacre.engine.binary.ComponentBytes.instantiate;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.list;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.names;
import static dev.nacre.engine.binary.ComponentBytes.nested;
import static dev.nacre.engine.binary.ComponentBytes.procedure;
import static dev.nacre.engine.binary.ComponentBytes.record;
import static dev.nacre.engine.binary.ComponentBytes.resource;
import static dev.nacre.engine.binary.ComponentBytes.section;
import static dev.nacre.engine.binary.ComponentBytes.tuple;
import static dev.nacre.engine.binary.ComponentBytes.type;
import static dev.nacre.engine.binary.ComponentBytes.typeDeclaration;

import dev.nacre.engine.binary.CoreModuleBytes;
import dev.nacre.testkit.Guests;
import java.util.LinkedHashMap;
import java.util.Map;

/** Valid components of a few hundred bytes that need nothing from outside; together they have all sections and sorts. */
public final class SmallComponents {
    private static final int ASYNC = 6;
    private static final int CALLBACK = 7;

    private SmallComponents() {}

    /** Returns them by what they are about. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        for (String guest : new String[] {"counters", "hostile", "liar", "trap-at-start"}) {
            all.put(guest, Guests.bytes(guest));
        }
        all.put("types", types());
        all.put("nesting", nesting());
        all.put("modules", modules());
        all.put("asynchronous", asynchronous());
        return all;
    }

    private static byte[] types() {
        return component(
                type(record(field("a", U8), field("b", STRING))),
                type(bytes(0x71, 2, 1, 'a', 0, 0, 1, 'b', 1, STRING, 0)),
                type(tuple(0, 1, U32)),
                type(names(0x6e, "x", "y", "z")),
                type(names(0x6d, "red", "green")),
                type(list(2)),
                type(bytes(0x6b, 5)),
                type(bytes(0x6a, 1, 6, 1, CHAR)),
                type(bytes(0x63, STRING, 7)),
                type(bytes(0x66, 1, 8)),
                type(bytes(0x65, 0)),
                export("r", SORT_TYPE, 0),
                export("e", SORT_TYPE, 4));
    }

    private static byte[] nesting() {
        byte[] inner = nested(
                aliasOuter(SORT_TYPE, 1, 0),
                importItem("r", equalType(0)),
                type(function(U8, field("a", 1))),
                importItem("f", functionExtern(2)),
                importItem("res", anyResource()),
                type(bytes(0x68, 3)),
                export("g", SORT_FUNCTION, 0),
                exportAs("h", SORT_FUNCTION, 0, functionExtern(2)));
        byte[] outer = join(
                type(resource()),
                export("r", SORT_TYPE, 0),
                type(function(U8, field("a", 2))),
                lifted(1, 1, 3),
                instantiate(
                        0, argument("r", SORT_TYPE, 0), argument("f", SORT_FUNCTION, 0), argument("res", SORT_TYPE, 1)),
                aliasExport(SORT_FUNCTION, 0, "g"));
        byte[] wanted = type(instanceType(
                typeDeclaration(record(field("a", U8))),
                exportDeclaration("r", equalType(0)),
                typeDeclaration(function(U8, field("a", 1))),
                exportDeclaration("f", functionExtern(2)),
                exportDeclaration("res", anyResource())));
        byte[] given = bundle(bundled("f", SORT_FUNCTION, 1), bundled("r", SORT_TYPE, 2), bundled("res", SORT_TYPE, 1));
        return component(
                type(record(field("a", U8))),
                inner,
                outer,
                given,
                wanted,
                exportAs("a:b/c@1.2.3-rc.1", SORT_INSTANCE, 1, instanceExtern(4)));
    }

    /** A core function {@code f} of 32-bit parameters and results, lifted as a type: function 0 without others before. */
    private static byte[] lifted(int parameters, int results, int type) {
        return join(
                coreModule(CoreModuleBytes.exporting(parameters, results)),
                coreInstantiate(0),
                aliasCoreExport(0, 0, "f"),
                canon(0, 0, 0, 0, type));
    }

    private static byte[] modules() {
        byte[] moduleType = section(
                3,
                bytes(1, 0x50, 6),
                bytes(1, 0x60, 1, 0x7f, 0),
                join(bytes(0), name("m"), name("f"), bytes(0, 0)),
                join(bytes(0), name("m"), name("t"), bytes(1, 0x70, 1, 1, 9)),
                bytes(2, 0x10, 1, 1, 0),
                join(bytes(3), name("mem"), bytes(2, 0, 1)),
                join(bytes(3), name("f"), bytes(0, 1)));
        byte[] componentType = type(componentType(
                bytes(2, 0, 0x10, 2, 1, 1),
                importDeclaration("m", bytes(0, 0x11, 0)),
                typeDeclaration(procedure()),
                importDeclaration("f", functionExtern(0)),
                exportDeclaration("g", functionExtern(0))));
        byte[] typed = join(bytes(1), externName("m"), bytes(0, 0x11, 0, 1, 0, 0x11, 1));
        return component(
                section(3, bytes(1, 0x60, 0, 0)),
                moduleType,
                componentType,
                coreModule(CoreModuleBytes.exporting(0, 0)),
                section(11, typed),
                nested(),
                export("c", SORT_COMPONENT, 0));
    }

    private static byte[] asynchronous() {
        byte[] builtIns = join(
                canon(0x24),
                canon(0x25),
                canon(0x09, 1, 0, 0),
                canon(0x05),
                canon(0x0a, I32, 0),
                canon(0x0b, I32, 1),
                canon(0x06, 0),
                canon(0x0d),
                canon(0x0e, 1),
                canon(0x0f, 1, 2, ASYNC, 3, 0),
                canon(0x10, 1, 2, ASYNC, 3, 0),
                canon(0x11, 1, 0),
                canon(0x14, 1),
                canon(0x1f),
                canon(0x20, 0, 0),
                canon(0x21, 0, 0),
                canon(0x22),
                canon(0x23),
                canon(0x0c, 0));
        return component(
                type(bytes(0x43, 0, 1, 0)),
                type(bytes(0x66, 1, U8)),
                coreModule(CoreModuleBytes.exporting(3, 1)),
                coreModule(CoreModuleBytes.exporting(0, 1)),
                coreInstantiate(0),
                coreInstantiate(1),
                aliasCoreExport(0, 1, "f"),
                aliasCoreExport(0, 0, "f"),
                aliasCoreExport(2, 0, "mem"),
                canon(0, 0, 0, 2, ASYNC, CALLBACK, 1, 0),
                builtIns,
                export("f", SORT_FUNCTION, 0));
    }
}
