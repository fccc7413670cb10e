/**
 * What invoices are made of: titles, types, and files that lie in an object store.
 */
@NullMarked
package io.partnerhub.billing.document;

import org.jspecify.annotations.NullMarked;
