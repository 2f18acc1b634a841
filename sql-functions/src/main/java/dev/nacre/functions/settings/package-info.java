/**
 * The settings of SQL: the one table of what can be bounded, how values are written, and which of several values holds.
 *
 * <p>The nouns: {@link dev.nacre.functions.settings.SqlSetting} (a row of the table; those that bound a component take their
 * numbers from {@link dev.nacre.engine.Setting}), {@link dev.nacre.functions.settings.SettingValues} (what a session, a
 * connection, a component or a function sets), {@link dev.nacre.functions.settings.ServerMaxima} (what this JVM allows at
 * most), {@link dev.nacre.functions.settings.EffectiveSettings} (what holds then).
 */
@NullMarked
package dev.nacre.functions.settings;

import org.jspecify.annotations.NullMarked;
