/**
 * The identity provider of the local hub: people register, log in and get OIDC tokens, as
 * at the provider that a real installation brings along. It knows people only; what they
 * may do is for the hub to say.
 */
@NullMarked
package io.partnerhub.localhub.identity;

import org.jspecify.annotations.NullMarked;
