/** What adapters speak HTTP with: one request, once, and every way in which it may end. */
@NullMarked
package dev.dailies.provider.http;

import org.jspecify.annotations.NullMarked;
