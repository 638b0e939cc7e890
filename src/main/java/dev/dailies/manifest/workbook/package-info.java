/** Reads the cells of an Excel workbook, a row at a time and within bounds. */
@NullMarked
package dev.dailies.manifest.workbook;

import org.jspecify.annotations.NullMarked;
