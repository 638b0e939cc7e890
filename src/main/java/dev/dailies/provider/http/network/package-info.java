/** The way to the network: through which proxy an address is reached, and whose word is trusted. */
@NullMarked
package dev.dailies.provider.http.network;

import org.jspecify.annotations.NullMarked;
