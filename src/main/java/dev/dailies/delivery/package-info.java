/**
 * Downloads files and stores them safely: a clip has its final name only when it is whole and
 * durable.
 */
@NullMarked
package dev.dailies.delivery;

import org.jspecify.annotations.NullMarked;
