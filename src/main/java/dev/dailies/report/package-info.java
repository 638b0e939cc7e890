/** Writes the reports: tables, a summary, a page, and a sidecar beside each clip. */
@NullMarked
package dev.dailies.report;

import org.jspecify.annotations.NullMarked;
