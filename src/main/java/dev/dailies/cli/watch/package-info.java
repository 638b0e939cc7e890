/** What a terminal shows of a run that is under way, and how a person stops it. */
@NullMarked
package dev.dailies.cli.watch;

import org.jspecify.annotations.NullMarked;
