/**
 * The accounts people come with: whatever vendor, identity provider and hub know of one.
 */
@NullMarked
package io.partnerhub.customer.account;

import org.jspecify.annotations.NullMarked;
