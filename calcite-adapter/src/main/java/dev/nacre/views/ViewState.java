package dev.nacre.views;

import dev.nacre.functions.settings.EffectiveSettings;
import dev.nacre.functions.watch.DatabaseWatch;

/**
 * What the run-time views show to somebody.
 *
 * @param settings of the session
 * @param watch of the database
 * @param user who asks
 * @param administrator whether the user sees what others did, too
 */
public record ViewState(EffectiveSettings settings, DatabaseWatch watch, String user, boolean administrator) {
    boolean mayKnow(String owner) {
        return administrator || owner.equals(user);
    }
}
