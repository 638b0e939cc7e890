/** Reads addresses of the web as browsers read them, in one place for everything that meets one. */
@NullMarked
package dev.dailies.web;

import org.jspecify.annotations.NullMarked;
