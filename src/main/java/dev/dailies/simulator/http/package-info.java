/** What the simulator speaks HTTP with: a server on loopback, its routes, requests and answers. */
@NullMarked
package dev.dailies.simulator.http;

import org.jspecify.annotations.NullMarked;
