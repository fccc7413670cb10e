package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.customer.privacy.Reveal;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The association records for the front ends of both sides. */
@RestController
@Tag(name = "Association records")
class AssociationRecordApi {

	private final AssociationRecords records;

	AssociationRecordApi(AssociationRecords records) {
		this.records = records;
	}

	@GetMapping("/api/v1/association-records")
	@Operation(summary = "What happened to relations, newest first",
			description = "Links that began and requests to change or end one. An account manager sees those of his "
					+ "customers, a supervisor those of the team, a customer his own without names. createdBy and "
					+ "decidedBy are masked unless named in reveal (createdBy, decidedBy), which needs the permission "
					+ "REVEAL_PERSONAL_DATA and is recorded.")
	Page<AssociationRecord> list(@RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) AssociationRecord.@Nullable Kind kind,
			@Parameter(description = "created at or after") @RequestParam(required = false) @Nullable Instant from,
			@Parameter(description = "created before") @RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable @Size(max = 128) String reveal, PageQuery page, Caller caller) {
		return this.records.list(caller, new AssociationRecordFilter(customerId, kind, from, to),
				Reveal.of(reveal, AssociationRecord.PERSONAL), page);
	}

}
