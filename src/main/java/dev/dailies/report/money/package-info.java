/**
 * What was spent, as tables and pages tell it: every amount is one that an attempt has in the
 * ledger.
 */
@NullMarked
package dev.dailies.report.money;

import org.jspecify.annotations.NullMarked;
