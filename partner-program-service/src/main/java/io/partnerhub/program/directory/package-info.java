/**
 * What the gateway asks: who comes with a login, and whose signature a key makes. Never
 * routed to the outside.
 */
@NullMarked
package io.partnerhub.program.directory;

import org.jspecify.annotations.NullMarked;
