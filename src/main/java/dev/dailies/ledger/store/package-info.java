/** The database under the ledger: its files, its schema, and whether what it holds is whole. */
@NullMarked
package dev.dailies.ledger.store;

import org.jspecify.annotations.NullMarked;
