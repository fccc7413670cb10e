package io.partnerhub.platform.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody saw personal data in clear.
 *
 * @param resource which list
 * @param columns the columns that were shown
 * @param rowIds the rows they were shown of, 100 at most
 * @param revealedBy login name or access key
 * @param memberId the person, absent for an access key
 */
public record RevealRecord(UUID id, String resource, List<String> columns, List<UUID> rowIds, String revealedBy,
		@Nullable UUID memberId, Instant revealedAt, @Nullable String traceId) {
}
