package io.partnerhub.platform.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody saw personal data in clear.
 *
 * @param resource which list or resource
 * @param columns the columns that were shown
 * @param rowIds the rows they were shown of, or whose data they were, 100 at most
 * @param revealedBy login name or access key
 * @param memberId the person, absent for an access key
 */
@Schema(name = "RevealRecord")
public record RevealRecord(UUID id, String resource, List<String> columns, List<UUID> rowIds, String revealedBy,
		@Nullable UUID memberId, Instant revealedAt, @Nullable String traceId) {
}
