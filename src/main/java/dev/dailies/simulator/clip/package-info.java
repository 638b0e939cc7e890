/** Makes small real videos in plain Java: paints a picture, codes it as H.264, boxes it as MP4. */
@NullMarked
package dev.dailies.simulator.clip;

import org.jspecify.annotations.NullMarked;
