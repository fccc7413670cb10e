package io.partnerhub.billing.appropriation;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

import io.partnerhub.billing.appropriation.AdjustRecordApi.OperationType;
import io.partnerhub.billing.ledger.EntryKind;
import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.billing.partner.KnownPartners;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The records of appropriations for integrators (ADJ-09): a customer who is not the
 * caller's has none, and a reseller's are shown only when it is named.
 */
@RestController
class AdjustRecordOpenApi {

	private final AdjustRecords records;

	private final KnownPartners partners;

	AdjustRecordOpenApi(AdjustRecords records, KnownPartners partners) {
		this.records = records;
		this.partners = partners;
	}

	@GetMapping("/v3/accounts/partner-accounts/adjust-records")
	@Operation(summary = "ListPartnerAdjustRecords")
	Answer list(Caller caller, @ParameterObject @Valid Query query) {
		AppropriationRules.requireViewing(caller);
		Realm realm = this.partners.actingFor(caller, query.indirectPartnerId());
		AdjustRecords.Found found = this.records.find(caller, query.filter(realm),
				Offset.of(query.offset(), query.limit()));
		return new Answer(found.records().stream().map(Row::of).toList(), found.total());
	}

	/** What is wanted; an absent or empty filter is none. */
	record Query(@Parameter(name = "customer_id") @BindParam("customer_id") @Size(max = 64) @Nullable String customerId,
			@Parameter(name = "operation_type") @BindParam("operation_type") @Nullable String operationType,
			@Parameter(name = "operation_time_begin") @BindParam("operation_time_begin") @Nullable String begin,
			@Parameter(name = "operation_time_end") @BindParam("operation_time_end") @Nullable String end,
			@Parameter(name = "trans_id") @BindParam("trans_id") @Size(max = 128) @Nullable String transId,
			@Nullable Integer offset, @Nullable Integer limit,
			@Parameter(name = "indirect_partner_id") @BindParam("indirect_partner_id") @Size(
					max = 100) @Nullable String indirectPartnerId) {

		AdjustFilter filter(Realm realm) {
			return new AdjustFilter(realm, Wire.id(this.customerId), kind(), null, Wire.id(this.transId), null,
					Wire.instant("operation_time_begin", this.begin), Wire.instant("operation_time_end", this.end));
		}

		private @Nullable EntryKind kind() {
			if (this.operationType == null || this.operationType.isEmpty()) {
				return null;
			}
			return Arrays.stream(OperationType.values())
				.filter((type) -> type.name().equals(this.operationType))
				.findAny()
				.orElseThrow(() -> Problem.invalid("/operation_type", "INVALID", "There is no such operation type."))
				.kind();
		}

	}

	/** The answer of ListPartnerAdjustRecords. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Answer(List<Row> records, int totalCount) {
	}

	/** AdjustRecordV3 of the vendor. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Row(String customerId, String customerName, String operationType, String amount, String currency,
			String operationTime, int measureId, String transId, @Nullable String memo) {

		static Row of(AdjustRecord record) {
			return new Row(record.targetId().toString(), record.targetName(), record.operationType(),
					record.amount().decimal().toPlainString(), record.amount().currency().getCurrencyCode(),
					record.at().truncatedTo(ChronoUnit.SECONDS).toString(), 1, record.transactionId().toString(),
					record.remark());
		}

	}

}
