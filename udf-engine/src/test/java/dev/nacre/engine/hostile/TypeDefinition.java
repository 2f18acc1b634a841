package dev.nacre.engine.hostile;

import static dev.nacre.engine.binary.ComponentBytes.bytes;
import static dev.nacre.engine.binary.ComponentBytes.join;
import static dev.nacre.engine.binary.ComponentBytes.leb;
import static dev.nacre.engine.binary.ComponentBytes.name;
import static dev.nacre.engine.binary.ComponentBytes.names;
import static dev.nacre.engine.binary.ComponentBytes.vector;

import dev.nacre.engine.wit.BorrowType;
import dev.nacre.engine.wit.EnumType;
import dev.nacre.engine.wit.FlagsType;
import dev.nacre.engine.wit.FutureType;
import dev.nacre.engine.wit.ListType;
import dev.nacre.engine.wit.MapType;
import dev.nacre.engine.wit.OptionType;
import dev.nacre.engine.wit.OwnType;
import dev.nacre.engine.wit.PrimitiveType;
import dev.nacre.engine.wit.RecordType;
import dev.nacre.engine.wit.ResultType;
import dev.nacre.engine.wit.StreamType;
import dev.nacre.engine.wit.TupleType;
import dev.nacre.engine.wit.VariantType;
import dev.nacre.engine.wit.WitType;
import dev.nacre.engine.wit.WitTypeVisitor;
import java.util.List;
import java.util.Optional;

/**
 * A type in its binary form: Binary.md, {@code defvaltype}.
 *
 * @param needsName whether it may be used outside only under a name
 */
record TypeDefinition(byte[] code, boolean needsName) {
    /** Defines what a type is made of in a scope, and then writes the type. */
    record Maker(TypeScope scope) implements WitTypeVisitor<TypeDefinition> {
        private static TypeDefinition plain(byte[]... parts) {
            return new TypeDefinition(join(parts), false);
        }

        private static TypeDefinition named(byte[]... parts) {
            return new TypeDefinition(join(parts), true);
        }

        @Override
        public TypeDefinition visitPrimitive(PrimitiveType type) {
            return plain(bytes(PrimitiveCode.of(type)));
        }

        @Override
        public TypeDefinition visitList(ListType type) {
            return plain(bytes(0x70), scope.use(type.element()));
        }

        @Override
        public TypeDefinition visitMap(MapType type) {
            return plain(bytes(0x63), scope.use(type.key()), scope.use(type.value()));
        }

        @Override
        public TypeDefinition visitRecord(RecordType type) {
            return named(
                    bytes(0x72),
                    vector(type.fields().stream()
                            .map(field -> join(name(field.name()), scope.use(field.type())))
                            .toArray(byte[][]::new)));
        }

        @Override
        public TypeDefinition visitTuple(TupleType type) {
            return plain(
                    bytes(0x6f), vector(type.elements().stream().map(scope::use).toArray(byte[][]::new)));
        }

        @Override
        public TypeDefinition visitVariant(VariantType type) {
            return named(
                    bytes(0x71),
                    vector(type.cases().stream()
                            .map(item -> join(name(item.name()), optional(item.payload()), bytes(0)))
                            .toArray(byte[][]::new)));
        }

        @Override
        public TypeDefinition visitEnum(EnumType type) {
            return named(labels(0x6d, type.names()));
        }

        @Override
        public TypeDefinition visitFlags(FlagsType type) {
            return named(labels(0x6e, type.names()));
        }

        private static byte[] labels(int code, List<String> labels) {
            return names(code, labels.toArray(String[]::new));
        }

        @Override
        public TypeDefinition visitOption(OptionType type) {
            return plain(bytes(0x6b), scope.use(type.element()));
        }

        @Override
        public TypeDefinition visitResult(ResultType type) {
            return plain(bytes(0x6a), optional(type.ok()), optional(type.error()));
        }

        private byte[] optional(Optional<WitType> type) {
            return type.map(present -> join(bytes(1), scope.use(present))).orElse(bytes(0));
        }

        @Override
        public TypeDefinition visitOwn(OwnType type) {
            return plain(bytes(0x69), leb(scope.indexOf(type.resource())));
        }

        @Override
        public TypeDefinition visitBorrow(BorrowType type) {
            return plain(bytes(0x68), leb(scope.indexOf(type.resource())));
        }

        @Override
        public TypeDefinition visitStream(StreamType type) {
            throw new AssertionError("no streams here");
        }

        @Override
        public TypeDefinition visitFuture(FutureType type) {
            throw new AssertionError("no futures here");
        }
    }
}
