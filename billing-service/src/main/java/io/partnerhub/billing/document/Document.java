package io.partnerhub.billing.document;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import org.jspecify.annotations.Nullable;

/**
 * A file of an invoice.
 *
 * @param realm the partner who uploaded it; absent if the vendor did
 */
public record Document(UUID id, @Nullable Realm realm, DocumentType type, int bytes, Instant uploadedAt) {
}
