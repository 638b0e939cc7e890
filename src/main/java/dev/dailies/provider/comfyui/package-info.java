/** ComfyUI servers: a workflow of the user's own, filled in for each shot. */
@NullMarked
package dev.dailies.provider.comfyui;

import org.jspecify.annotations.NullMarked;
