package dev.nacre.functions;

import static java.util.Objects.requireNonNull;

import dev.nacre.engine.LogSink;
import dev.nacre.engine.sandbox.StopSignal;
import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.settings.SettingValues;
import dev.nacre.functions.settings.SqlSetting;
import dev.nacre.functions.watch.QueryWatch;
import java.time.Duration;
import java.util.Optional;

/**
 * What one statement's guest code runs under.
 *
 * @param settings of the session and of the statement itself; each function's own come on top
 * @param user whose statement it is
 * @param log takes what guests log and print
 * @param watch is told what became of the calls
 * @param signal asked now and then, on the statement's thread, whether guest code has to stop
 */
public record ScopeOptions(EffectiveSettings settings, String user, LogSink log, QueryWatch watch, StopSignal signal) {
    /** Makes options of which nobody else may stop guest code. */
    public ScopeOptions(EffectiveSettings settings, String user, LogSink log, QueryWatch watch) {
        this(settings, user, log, watch, StopSignal.NONE);
    }

    public ScopeOptions {
        requireNonNull(settings, "settings is null");
        requireNonNull(user, "user is null");
        requireNonNull(log, "log is null");
        requireNonNull(watch, "watch is null");
        requireNonNull(signal, "signal is null");
    }

    /** Returns what holds in this JVM where nothing is set, for a user without a name, with a place for the log. */
    public static ScopeOptions defaults(LogSink log) {
        return new ScopeOptions(EffectiveSettings.ofJvm(), "", log, QueryWatch.NONE);
    }

    /** Returns these options with one more bound on the whole statement; the smallest holds. */
    public ScopeOptions withTimeout(Optional<Duration> limit) {
        return limit.map(longest -> and(SettingValues.none().with(SqlSetting.TIMEOUT, longest.toMillis())))
                .orElse(this);
    }

    /** Returns these options with what somebody else sets, too; the smallest holds. */
    public ScopeOptions and(SettingValues more) {
        return new ScopeOptions(settings.and(more), user, log, watch, signal);
    }

    /** Returns these options with somebody else who may stop guest code. */
    public ScopeOptions withSignal(StopSignal stop) {
        return new ScopeOptions(settings, user, log, watch, stop);
    }
}
