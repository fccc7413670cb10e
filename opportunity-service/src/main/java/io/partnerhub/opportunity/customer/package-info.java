/**
 * Facts of other services, kept by event: whose the customers are and until when, and
 * which account managers form whose team.
 */
@NullMarked
package io.partnerhub.opportunity.customer;

import org.jspecify.annotations.NullMarked;
