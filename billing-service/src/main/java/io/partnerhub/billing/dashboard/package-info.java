/**
 * The operation dashboards (运营看板) of a partner's people: customers, consumption and
 * incentives as series of months, ready to plot.
 */
@NullMarked
package io.partnerhub.billing.dashboard;

import org.jspecify.annotations.NullMarked;
