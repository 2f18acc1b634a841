/**
 * What makes an export of a component a function of SQL: which functions of the guest are called for it, in which order, and
 * how their values are converted.
 *
 * <p>The nouns: {@link dev.nacre.functions.shape.ResourceExport} (a resource with its functions),
 * {@link dev.nacre.functions.shape.RoutineShape} (a kind of function over exports that fit it, with its marshallers),
 * {@link dev.nacre.functions.shape.RoutineInference} (kind and signature where a statement leaves them to the component).
 * Nothing is called here.
 */
@NullMarked
package dev.nacre.functions.shape;

import org.jspecify.annotations.NullMarked;
