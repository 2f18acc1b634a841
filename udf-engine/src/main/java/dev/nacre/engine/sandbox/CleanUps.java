package dev.nacre.engine.sandbox;

import dev.nacre.engine.EngineException;
import dev.nacre.engine.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Clean-ups that are all done, whichever of them fail; the first failure is thrown at the end. Mutable, used once. */
public final class CleanUps {
    private @Nullable EngineException failure;

    /** Returns clean-ups after a failure, with which theirs come as suppressed ones. */
    public static CleanUps after(EngineException failure) {
        CleanUps cleanUps = new CleanUps();
        cleanUps.keep(failure);
        return cleanUps;
    }

    /** Does one. What it throws is kept; only the host has code here that can fail. */
    public CleanUps run(Runnable cleanUp) {
        try {
            cleanUp.run();
        } catch (EngineException known) {
            keep(known);
        } catch (Throwable thrown) {
            keep(hostFailure("an instance", thrown));
        }
        return this;
    }

    private void keep(EngineException next) {
        if (failure == null) {
            failure = next;
        } else if (failure != next) {
            failure.addSuppressed(next);
        }
    }

    /**
     * Ends the clean-up.
     *
     * @throws EngineException the first failure, with the others as suppressed ones
     */
    public void finish() {
        if (failure != null) {
            throw failure;
        }
    }

    /** Returns the exception for what the host threw when it was to clean up. */
    public static EngineException hostFailure(String subject, Throwable thrown) {
        return new EngineException(
                ErrorCode.HOST_FAILURE,
                "the host failed to clean up after " + subject + ": "
                        + thrown.getClass().getName() + "; correct the host",
                thrown);
    }
}
