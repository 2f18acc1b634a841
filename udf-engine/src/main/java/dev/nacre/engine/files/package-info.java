/**
 * Folders of the host that a guest may use, and no way out of them.
 *
 * <p>Every step of a path is taken from a folder that is held open, and no step follows a symbolic link by itself, so that
 * nobody who changes the folder meanwhile leads a step astray. That takes {@link java.nio.file.SecureDirectoryStream},
 * which the JDK has on Linux; elsewhere no folder is opened.
 *
 * <p>The nouns: {@link dev.nacre.engine.files.OpenFolder}, {@link dev.nacre.engine.files.OpenFile},
 * {@link dev.nacre.engine.files.GuestFolders} (what one instance holds), and
 * {@link dev.nacre.engine.files.FileFailure} (which says nothing of the host). The package knows nothing of WebAssembly; it
 * imports the engine's root and the meter.
 */
@NullMarked
package dev.nacre.engine.files;

import org.jspecify.annotations.NullMarked;
