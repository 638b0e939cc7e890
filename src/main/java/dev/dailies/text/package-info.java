/** Makes text safe to show, whoever wrote it: a provider, a server, a file name, a manifest. */
@NullMarked
package dev.dailies.text;

import org.jspecify.annotations.NullMarked;
