/** How much may be spent: caps, what is used of them, and the check within each intent. */
@NullMarked
package dev.dailies.ledger.budget;

import org.jspecify.annotations.NullMarked;
