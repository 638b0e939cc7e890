/** Getting files safely onto disk: a clip has its final name only when it is whole and durable. */
@NullMarked
package dev.dailies.delivery;

import org.jspecify.annotations.NullMarked;
