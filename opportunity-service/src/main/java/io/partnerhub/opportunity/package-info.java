/**
 * opportunity-service owns the sales opportunities (商机) that a partner's people register
 * for customers linked to the partner, who of them sees which, and their end together
 * with the link.
 */
@NullMarked
package io.partnerhub.opportunity;

import org.jspecify.annotations.NullMarked;
