/**
 * Makes small real videos in plain Java: paints a picture, codes it as H.264, boxes it as MP4. So
 * each shot of a rehearsal has a picture of its own, and no codec library is needed for that.
 */
@NullMarked
package dev.dailies.simulator.clip;

import org.jspecify.annotations.NullMarked;
