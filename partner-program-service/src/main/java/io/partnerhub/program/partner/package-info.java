/**
 * The vendor's partners (伙伴): solution providers, distributors with their resellers, and
 * government-subsidy partners, each with its health.
 */
@NullMarked
package io.partnerhub.program.partner;

import org.jspecify.annotations.NullMarked;
