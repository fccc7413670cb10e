package io.partnerhub.billing.appropriation;

import java.time.Instant;
import java.util.UUID;

import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.contracts.AppropriationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The records of appropriations, reclaims and returns for a partner's people (ADJ-09).
 */
@RestController
class AdjustRecordApi {

	private final AdjustRecords records;

	private final KnownPartners partners;

	AdjustRecordApi(AdjustRecords records, KnownPartners partners) {
		this.records = records;
		this.partners = partners;
	}

	@GetMapping("/api/v1/appropriations")
	@Operation(summary = "Appropriations, reclaims and returns, newest first",
			description = "Of the partner itself, or of the reseller named by indirectPartnerId; from is inclusive, to exclusive.")
	Page<AdjustRecordView> list(Caller caller, @RequestParam(required = false) @Nullable UUID customerId,
			@RequestParam(required = false) @Nullable UUID resellerId,
			@RequestParam(required = false) @Nullable OperationType operationType,
			@RequestParam(required = false) @Nullable AppropriationType type,
			@RequestParam(required = false) @Nullable UUID transactionId,
			@RequestParam(required = false) @Nullable Instant from,
			@RequestParam(required = false) @Nullable Instant to,
			@RequestParam(required = false) @Nullable UUID indirectPartnerId, PageQuery page) {
		AppropriationRules.requireViewing(caller);
		if (customerId != null && resellerId != null) {
			throw Problem.invalid("?resellerId", "CONFLICTING", "A record has a customer or a reseller, not both.");
		}
		return this.records
			.page(caller,
					new AdjustFilter(this.partners.realmOf(caller, indirectPartnerId),
							(customerId != null) ? customerId : resellerId,
							(operationType != null) ? operationType.kind() : null, type, transactionId, from, null, to),
					page)
			.map(AdjustRecordView::of);
	}

	/** The kinds of records as the vendor names them. */
	enum OperationType {

		SOURCE_OPERATION_BEADJUST, SOURCE_OPERATION_BERETRIEVE, SOURCE_OPERATION_BEUNBIND;

		EntryKind kind() {
			return EntryKind.valueOf(name().substring("SOURCE_OPERATION_".length()));
		}

	}

}
