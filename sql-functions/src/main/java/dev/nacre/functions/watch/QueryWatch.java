package dev.nacre.functions.watch;

import dev.nacre.engine.LogSink;
import dev.nacre.functions.FunctionDefinition;

/** Is told what a statement's functions do. Called on the statement's thread, and at its end on the thread that ends it. */
public interface QueryWatch {
    /** Watches nothing. */
    QueryWatch NONE = new QueryWatch() {
        @Override
        public LogSink log(FunctionDefinition function, LogSink log) {
            return log;
        }

        @Override
        public void ended(FunctionDefinition function, CallCounts counts) {
            // nobody asked for it
        }
    };

    /**
     * Returns the log of one function's instances.
     *
     * @param log of the statement, which decides what is kept
     */
    LogSink log(FunctionDefinition function, LogSink log);

    /** Takes what the statement did with a function. Called once for each, when the statement ends. */
    void ended(FunctionDefinition function, CallCounts counts);
}
