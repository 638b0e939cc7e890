/** What makes a provider of a type: its factory, and the settings that it is made from. */
@NullMarked
package dev.dailies.provider.spi;

import org.jspecify.annotations.NullMarked;
