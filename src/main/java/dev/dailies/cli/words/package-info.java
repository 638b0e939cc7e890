/** What the commands print: sums, lists and tables, each once. */
@NullMarked
package dev.dailies.cli.words;

import org.jspecify.annotations.NullMarked;
