/**
 * Requests signed with an access key: who signed, whether the signature holds, whether it
 * was used before, and when a key is locked for an address.
 */
@NullMarked
package io.partnerhub.gateway.signature;

import org.jspecify.annotations.NullMarked;
