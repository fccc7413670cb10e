package io.partnerhub.billing.consumption;

/** A record and what stands in its row, whoever turns out to have the customer. */
record Written(Consumed record, String columns) {
}
