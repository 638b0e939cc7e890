/** The "AI video generator": a web application in front of a ComfyUI server. */
@NullMarked
package dev.dailies.provider.generator;

import org.jspecify.annotations.NullMarked;
