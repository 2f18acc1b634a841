package dev.nacre.engine.hostile;

import dev.nacre.engine.hostile.Roles.Part;
import dev.nacre.engine.runtime.Code;
import dev.nacre.engine.runtime.Op;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.testkit.Guests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small components that together use all of what the engine runs: what mutants are made of. */
final class Specimens {
    private Specimens() {}

    /** Returns components by name: those written here, and the small ones among the built guests. */
    static Map<String, byte[]> small() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("things", things());
        all.put("values", values());
        all.put("relays", relays());
        all.put("transfers", transfers());
        all.put("clean-up", cleanUp());
        all.put("reentrance", reentrance());
        all.put("drop", new DropReentrance(true).build());
        for (String guest : List.of("counters", "hostile", "liar", "missing-import", "trap-at-start")) {
            all.put(guest, Guests.bytes(guest));
        }
        return all;
    }

    /** Returns those of them that can be loaded and instantiated. */
    static Map<String, byte[]> runnable() {
        Map<String, byte[]> all = small();
        all.keySet().removeAll(List.of("missing-import", "trap-at-start"));
        return all;
    }

    private static byte[] things() {
        return new Things()
                .userDoes(new Code().i32(7).call(Things.MAKE).call(Things.DROP))
                .userDoesWithWhatIsLent(new Code().get(0).call(Things.DROP))
                .build();
    }

    /** Functions of all kinds of types, called through another component. */
    private static byte[] values() {
        WitType record = new RecordType(List.of(
                new RecordType.Field("id", PrimitiveType.S64),
                new RecordType.Field("name", PrimitiveType.STRING),
                new RecordType.Field("weights", new ListType(PrimitiveType.F32))));
        WitType variant = new VariantType(List.of(
                new VariantType.Case("none", Optional.empty()),
                new VariantType.Case("real", Optional.of(PrimitiveType.F64)),
                new VariantType.Case("rows", Optional.of(new ListType(record)))));
        List<WitType> types = List.of(
                PrimitiveType.CHAR,
                new EnumType(List.of("red", "green", "blue")),
                new FlagsType(List.of("read", "write", "run")),
                new OptionType(PrimitiveType.STRING),
                new ResultType(Optional.of(new ListType(PrimitiveType.U8)), Optional.of(PrimitiveType.STRING)),
                new TupleType(List.of(PrimitiveType.BOOL, PrimitiveType.U16, PrimitiveType.S8)),
                record,
                variant);
        List<Part> parts = new ArrayList<>();
        for (WitType type : types) {
            parts.add(new Part(Frame.procedure(type), new Code()).named("take" + parts.size()));
        }
        ComponentWriter callee = Roles.callee(parts);
        return callee.build();
    }

    private static byte[] relays() {
        return Relay.chain(
                PrimitiveType.STRING, List.of(CanonOption.UTF8, CanonOption.UTF16, CanonOption.LATIN1_OR_UTF16));
    }

    /** Lists of many kinds of values, from guest to guest. */
    private static byte[] transfers() {
        WitType inner = new ResultType(
                Optional.of(new ListType(PrimitiveType.U16)), Optional.of(new OptionType(PrimitiveType.CHAR)));
        WitType element = new TupleType(
                List.of(PrimitiveType.STRING, inner, PrimitiveType.F64, new ListType(new ListType(PrimitiveType.U8))));
        return Relay.chain(new ListType(element), List.of(CanonOption.UTF8, CanonOption.LATIN1_OR_UTF16));
    }

    private static byte[] cleanUp() {
        return new Callee(
                        Frame.function(new ListType(PrimitiveType.U64), PrimitiveType.STRING),
                        Frame.write(new Code(), 512, 1024, 2).call(Callee.G).i32(512))
                .postReturn(new Code().i32(0).get(0).access(Op.I32_STORE, 0))
                .start(new Code().call(Callee.G))
                .alone();
    }

    private static byte[] reentrance() {
        Reentrance parent = new Reentrance();
        int child = parent.child(parent.back());
        return parent.leadsTo(parent.end()).exporting(parent.child(child));
    }
}
