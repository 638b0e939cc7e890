/** What came of it: the tables, the summary and the page that people read in the morning. */
@NullMarked
package dev.dailies.report;

import org.jspecify.annotations.NullMarked;
