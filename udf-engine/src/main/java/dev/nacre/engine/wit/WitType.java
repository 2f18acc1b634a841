package dev.nacre.engine.wit;

/**
 * A value type of the component model.
 *
 * <p>Every type has one Java form, used for arguments and results of {@link dev.nacre.engine.ExportedFunction#call}:
 *
 * <table>
 * <caption>WIT types and their Java forms</caption>
 * <tr><th>WIT</th><th>Java</th></tr>
 * <tr><td>bool</td><td>{@link Boolean}</td></tr>
 * <tr><td>s8, s16, s32, s64</td><td>{@link Byte}, {@link Short}, {@link Integer}, {@link Long}</td></tr>
 * <tr><td>u8, u16, u32</td><td>{@link Short}, {@link Integer}, {@link Long}: the smallest signed type that holds all values</td></tr>
 * <tr><td>u64</td><td>{@link Long}, its bits read as unsigned ({@link Long#toUnsignedString(long)})</td></tr>
 * <tr><td>f32, f64</td><td>{@link Float}, {@link Double}; a NaN is the canonical one</td></tr>
 * <tr><td>char</td><td>{@link Integer}, a Unicode scalar value</td></tr>
 * <tr><td>string</td><td>{@link String} without unpaired surrogates</td></tr>
 * <tr><td>list&lt;u8&gt;</td><td>{@code byte[]}</td></tr>
 * <tr><td>lists of other numbers</td><td>{@link NumberList} in results; any {@link java.util.List} or a primitive array
 *     of the same bits as argument</td></tr>
 * <tr><td>other lists, map</td><td>{@link java.util.List}; a map is a list of two-element lists</td></tr>
 * <tr><td>record, tuple</td><td>{@link java.util.List} of the fields in order</td></tr>
 * <tr><td>variant</td><td>{@link VariantValue}</td></tr>
 * <tr><td>enum</td><td>{@link String}, the case name</td></tr>
 * <tr><td>flags</td><td>{@link java.util.Set} of the names that are set, in order of declaration</td></tr>
 * <tr><td>option</td><td>{@link java.util.Optional}</td></tr>
 * <tr><td>result</td><td>{@link ResultValue}</td></tr>
 * <tr><td>own, borrow</td><td>{@link dev.nacre.engine.GuestResource} for a resource of a guest; the object itself for one of
 *     the host</td></tr>
 * </table>
 */
public sealed interface WitType
        permits PrimitiveType,
                ListType,
                FixedListType,
                RecordType,
                TupleType,
                VariantType,
                EnumType,
                FlagsType,
                OptionType,
                ResultType,
                MapType,
                OwnType,
                BorrowType,
                StreamType,
                FutureType {

    /** Calls the visitor's method for this kind of type. */
    <R> R accept(WitTypeVisitor<R> visitor);
}
