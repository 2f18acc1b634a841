/**
 * Component typing: sections to a component whose every reference is known to be good.
 *
 * <p>The nouns: {@link dev.nacre.engine.validate.ComponentValidator}, {@link dev.nacre.engine.validate.TypedComponent} (a valid component: its type and its definitions in
 * order) and {@link dev.nacre.engine.validate.Definition} (one definition). Whoever instantiates a component walks the
 * definitions once, from the first to the last, and keeps one list for each {@link dev.nacre.engine.binary.Sort}: a
 * definition appends what it makes to the list of {@link dev.nacre.engine.validate.Definition#sort()}, and refers by
 * index to what was appended before.
 *
 * <p><b>Resources.</b> A {@link dev.nacre.engine.wit.ResourceType} in here is a name within one component's text, not a
 * resource of a running instance: every instance of a component has resources of its own. A run-time instance keeps a map
 * from these objects to its run-time resources, filled by the definitions that introduce them:
 *
 * <ul>
 *   <li>{@code ResourceDefinition}: maps its type to a resource that this instance defines;
 *   <li>{@code Import}, {@code Instantiate} and {@code Export}: walk the definition's type together with the run-time value
 *       (which for an instance is a map from names to values, and for a type is the run-time resource if it is one); each
 *       {@link dev.nacre.engine.wit.ExternType.Resource} that has no entry yet is mapped to the resource met there.
 * </ul>
 *
 * <p>All other definitions use types that one of these introduced. Compare with {@code equals}: one type may have several
 * names, each an object of its own. No resource type of a component equals one of a component nested in it.
 *
 * <p>The package imports {@code engine.binary}, {@code engine.core} and {@code engine.wit}, and runs nothing.
 */
@NullMarked
package dev.nacre.engine.validate;

import org.jspecify.annotations.NullMarked;
