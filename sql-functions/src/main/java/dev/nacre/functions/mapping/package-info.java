/**
 * The two-way mapping of SQL and WIT types, and the conversion of values along it.
 *
 * <p>The nouns: {@link dev.nacre.functions.mapping.SignatureMapping} (checks a written signature or infers one),
 * {@link dev.nacre.functions.mapping.ValueCodec} (converts values of one pair of types, found once per signature by
 * {@link dev.nacre.functions.mapping.Codecs}), {@link dev.nacre.functions.mapping.ScalarMarshaller} (converts the
 * arguments and the result of a call). The package imports the engine's types, never its runtime.
 */
@NullMarked
package dev.nacre.functions.mapping;

import org.jspecify.annotations.NullMarked;
