/**
 * What the author of a component wrote about it: the comments of its WIT, as tools of the Bytecode Alliance put them into the
 * custom section {@code package-docs}.
 *
 * <p>The noun: {@link dev.nacre.engine.docs.ComponentDocs}. What is read is hostile; what cannot be read is not there, for a
 * custom section makes no component invalid. Must import nothing of the engine but {@code dev.nacre.engine} and
 * {@code dev.nacre.engine.binary}.
 */
@NullMarked
package dev.nacre.engine.docs;

import org.jspecify.annotations.NullMarked;
