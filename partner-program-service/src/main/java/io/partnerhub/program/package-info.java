/**
 * Owns who works in the hub: the vendor's partners with the resellers of a distributor,
 * their members with roles, and the access keys of their systems. Says to the gateway who
 * a login or a key is.
 */
@NullMarked
package io.partnerhub.program;

import org.jspecify.annotations.NullMarked;
