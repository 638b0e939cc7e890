/**
 * What was asked for: the manifest's columns and rows, and the checks that name line and column.
 */
@NullMarked
package dev.dailies.manifest;

import org.jspecify.annotations.NullMarked;
