/**
 * A provider on loopback that speaks the real wire formats and makes real little clips: for the
 * demo, dry runs and users' own tests. It knows nothing of the rest of Dailies but {@link
 * dev.dailies.provider.spi.Rate}.
 */
@NullMarked
package dev.dailies.simulator;

import org.jspecify.annotations.NullMarked;
