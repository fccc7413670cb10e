package io.partnerhub.coupon.delegation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.partnerhub.contracts.CriticalOperation;
import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.quota.Quota;
import io.partnerhub.coupon.quota.QuotaLimitInfo;
import io.partnerhub.coupon.quota.QuotaSettings;
import io.partnerhub.coupon.quota.ResellerQuotaFilter;
import io.partnerhub.coupon.quota.ResellerQuotas;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import io.partnerhub.platform.proof.Proofs;
import io.partnerhub.platform.web.Wire;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Quotas of resellers as the vendor's SDK knows them: operations UpdateCouponQuotas,
 * ReclaimCouponQuotas and ListIssuedCouponQuotas of the wire file. Distributors only.
 */
@RestController
@Tag(name = "Vendor-compatible API")
class DelegationOpenApi {

	/** The largest amount that one reseller gets at once. */
	static final Money LARGEST = Money.of("100000000");

	private static final int LONGEST_ID = 64;

	private final Delegations delegations;

	private final TakeBacks takeBacks;

	private final IssuedQuotas issued;

	private final Proofs proofs;

	private final QuotaSettings settings;

	private final Clock clock;

	DelegationOpenApi(Delegations delegations, TakeBacks takeBacks, IssuedQuotas issued, Proofs proofs,
			QuotaSettings settings, Clock clock) {
		this.delegations = delegations;
		this.takeBacks = takeBacks;
		this.issued = issued;
		this.proofs = proofs;
		this.settings = settings;
		this.clock = clock;
	}

	@PostMapping("/v2/partners/coupon-quotas/indirect-partner-adjust")
	@Operation(summary = "UpdateCouponQuotas")
	Updated updateCouponQuotas(Caller caller, @RequestBody Update update,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		DelegationRules.distributor(caller.require(Permission.PASS_QUOTA));
		PassOn order = update.order();
		this.proofs.whenSwitchedOn(caller, CriticalOperation.ISSUE_QUOTA, proof);
		return Updated.of(this.delegations.issueEach(caller, order), order.strangers());
	}

	@PostMapping("/v2/partners/coupon-quotas/indirect-partner-reclaim")
	@Operation(summary = "ReclaimCouponQuotas")
	Reclaimed reclaimCouponQuotas(Caller caller, @RequestBody Reclaim reclaim,
			@RequestHeader(name = Proofs.HEADER, required = false) @Nullable String proof) {
		DelegationRules.distributor(caller.require(Permission.PASS_QUOTA));
		List<String> named = named("quota_ids", reclaim.quotaIds(), this.settings.reclaimedPerCall());
		if (reclaim.remark() != null && reclaim.remark().length() > 256) {
			throw Problem.invalid("/remark", "SIZE", "at most 256 characters");
		}
		this.proofs.whenSwitchedOn(caller, CriticalOperation.RECLAIM_QUOTA, proof);
		return Reclaimed.of(named, this.takeBacks.takeBackEach(caller, known(named), reclaim.remark()));
	}

	@GetMapping("/v2/partners/issued-coupon-quotas")
	@Operation(summary = "ListIssuedCouponQuotas")
	IssuedPage listIssuedCouponQuotas(Caller caller,
			@RequestParam(name = "quota_id", required = false) @Nullable String quotaId,
			@RequestParam(name = "indirect_partner_id", required = false) @Nullable String resellerId,
			@RequestParam(name = "parent_quota_id", required = false) @Nullable String parentQuotaId,
			@RequestParam(name = "offset", required = false) @Nullable String offset,
			@RequestParam(name = "limit", required = false) @Nullable String limit) {
		Offset page = Offset.of(Wire.number("offset", offset), Wire.number("limit", limit));
		Instant now = this.clock.instant();
		ResellerQuotas.Found found = this.issued.search(caller,
				new ResellerQuotaFilter(Wire.id(quotaId), Wire.id(resellerId), Wire.id(parentQuotaId), null, now),
				page);
		Map<UUID, String> names = this.issued.names(found.quotas().stream().map(Quota::ownerPartnerId).toList());
		return new IssuedPage(found.count(),
				found.quotas().stream().map((quota) -> IssuedCouponQuota.of(quota, names, now)).toList());
	}

	/** Ids are any text on this face; what is no id of ours is nobody's. */
	private static List<String> named(String field, @Nullable List<@Nullable String> ids, int most) {
		if (ids == null || ids.isEmpty() || ids.size() > most) {
			throw Problem.invalid("/" + field, "SIZE", "1 to " + most + " ids");
		}
		return ids.stream().map((id) -> {
			if (id == null || id.isEmpty() || id.length() > LONGEST_ID) {
				throw Problem.invalid("/" + field, "SIZE", "an id has 1 to 64 characters");
			}
			return id;
		}).toList();
	}

	private static List<UUID> known(List<String> ids) {
		return ids.stream().map(Ids::parse).flatMap(Optional::stream).toList();
	}

	/** Request of UpdateCouponQuotas; the amount is a number or a text. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonNaming(SnakeCaseStrategy.class)
	record Update(@Nullable String quotaId, @Nullable List<@Nullable String> indirectPartnerIds,
			@Nullable BigDecimal quotaAmount) {

		PassOn order() {
			if (this.quotaId == null || this.quotaId.isEmpty()) {
				throw Problem.invalid("/quota_id", "REQUIRED", "must be given");
			}
			List<String> named = named("indirect_partner_ids", this.indirectPartnerIds, 100);
			Money amount = Wire.positive("quota_amount", this.quotaAmount);
			if (amount.compareTo(LARGEST) > 0) {
				throw Problem.invalid("/quota_amount", "OUT_OF_RANGE", "must not be more than 100000000.00");
			}
			return new PassOn(Objects.requireNonNull(Wire.id(this.quotaId)), known(named),
					named.stream().filter((id) -> Ids.parse(id).isEmpty()).toList(), amount, null);
		}

	}

	/** Answer of UpdateCouponQuotas: who was served, and who was not. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Updated(List<ErrorDetail> errorDetails, List<QuotaInfo> simpleQuotaInfos) {

		static Updated of(Delegations.Outcome outcome, List<String> strangers) {
			return new Updated(
					Stream.concat(outcome.notYours().stream().map(UUID::toString), strangers.stream())
						.map((id) -> new ErrorDetail("CBC.99000037", "The reseller is not yours.", id))
						.toList(),
					outcome.issued()
						.stream()
						.map((part) -> new QuotaInfo(part.ownerPartnerId().toString(), part.id().toString()))
						.toList());
		}

	}

	/** A reseller and its new quota. */
	@JsonNaming(SnakeCaseStrategy.class)
	record QuotaInfo(String id, String quotaId) {
	}

	/** What could not be done, and why. */
	@JsonNaming(SnakeCaseStrategy.class)
	record ErrorDetail(String errorCode, String errorMsg, String id) {
	}

	/** Request of ReclaimCouponQuotas. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	@JsonNaming(SnakeCaseStrategy.class)
	record Reclaim(@Nullable List<@Nullable String> quotaIds, @Nullable String remark) {
	}

	/** Answer of ReclaimCouponQuotas: what went back whole, and what did not. */
	@JsonNaming(SnakeCaseStrategy.class)
	record Reclaimed(List<ErrorDetail> errorDetails, List<QuotaReclaim> simpleQuotaInfos) {

		static Reclaimed of(List<String> named, List<UUID> taken) {
			return new Reclaimed(
					named.stream()
						.distinct()
						.filter((id) -> Ids.parse(id).filter(taken::contains).isEmpty())
						.map((id) -> new ErrorDetail("CBC.99000012", "No such quota, or not in a state to reclaim.",
								id))
						.toList(),
					taken.stream().map((id) -> new QuotaReclaim(id.toString(), Money.zero().decimal())).toList());
		}

	}

	/** A quota and what is left of it. */
	@JsonNaming(SnakeCaseStrategy.class)
	record QuotaReclaim(String quotaId, BigDecimal quotaBalance) {
	}

	/** One page. */
	@JsonNaming(SnakeCaseStrategy.class)
	record IssuedPage(int totalCount, List<IssuedCouponQuota> quotas) {
	}

	/** A reseller's quota in the vendor's words; the hub knows no login of a company. */
	@JsonNaming(SnakeCaseStrategy.class)
	record IssuedCouponQuota(String quotaId, int quotaType, @Nullable String createTime,
			@Nullable String lastUpdateTime, BigDecimal quotaValue, int quotaStatus, BigDecimal balance, int measureId,
			String currency, @Nullable String effectiveTime, @Nullable String expireTime,
			List<QuotaLimitInfo> limitInfos, String indirectPartnerId, @Nullable String indirectPartnerName,
			String parentQuotaId) {

		static IssuedCouponQuota of(Quota quota, Map<UUID, String> names, Instant now) {
			return new IssuedCouponQuota(quota.id().toString(), 0, Wire.time(quota.createdAt()),
					Wire.time(quota.updatedAt()), quota.granted().decimal(), quota.stateAt(now).code(),
					quota.available().decimal(), 1, "CNY", Wire.time(quota.effectiveAt()), Wire.time(quota.expiresAt()),
					QuotaLimitInfo.of(quota.terms().limits()), quota.ownerPartnerId().toString(),
					names.get(quota.ownerPartnerId()), QuotaRecord.parent(quota).toString());
		}

	}

}
