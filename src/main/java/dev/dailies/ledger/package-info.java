/** What is true: tasks, their states and transitions, and all SQL. */
@NullMarked
package dev.dailies.ledger;

import org.jspecify.annotations.NullMarked;
