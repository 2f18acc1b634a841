package dev.nacre.engine.host;

import dev.nacre.engine.files.FileError;

/** What stands behind a handle of {@code wasi:io/error#error}. */
record StreamFailure(FileError error) {}
