/** How a person talks to it: one class per command, exit codes, progress. */
@NullMarked
package dev.dailies.cli;

import org.jspecify.annotations.NullMarked;
