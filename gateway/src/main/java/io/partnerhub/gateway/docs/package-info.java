/** The reference page and the machine-readable contracts. */
@NullMarked
package io.partnerhub.gateway.docs;

import org.jspecify.annotations.NullMarked;
