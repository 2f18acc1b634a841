/** Tests of folders that are granted to guests. */
@NullMarked
package dev.nacre.engine.files;

import org.jspecify.annotations.NullMarked;
