/** What a person is asked, and what the answers mean. */
@NullMarked
package dev.dailies.cli.ask;

import org.jspecify.annotations.NullMarked;
