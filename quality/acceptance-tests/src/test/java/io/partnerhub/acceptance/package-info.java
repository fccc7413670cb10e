/** Stories over the whole hub, told through its gateway as its users live them. */
package io.partnerhub.acceptance;
