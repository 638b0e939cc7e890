/** Tests over real sockets and real files. */
@NullMarked
package dev.dailies.delivery;

import org.jspecify.annotations.NullMarked;
