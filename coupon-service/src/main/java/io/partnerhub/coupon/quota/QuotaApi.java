package io.partnerhub.coupon.quota;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Voucher quotas for front ends and for the vendor who grants them. */
@RestController
@Tag(name = "Voucher quotas")
class QuotaApi {

	private final Quotas quotas;

	private final Clock clock;

	QuotaApi(Quotas quotas, Clock clock) {
		this.quotas = quotas;
		this.clock = clock;
	}

	@PostMapping("/api/v1/vendor/voucher-quotas")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Grant a partner a voucher quota")
	QuotaView grant(Caller caller, @Valid @RequestBody Grant grant) {
		return view(
				this.quotas.grant(caller, grant.partnerId(), grant.value(), grant.effectiveAt(), grant.expiresAt()));
	}

	@GetMapping("/api/v1/voucher-quotas")
	@Operation(summary = "List the partner's own voucher quotas, newest first")
	Page<QuotaView> list(Caller caller, PageQuery page) {
		return this.quotas.list(caller, page).map(this::view);
	}

	@GetMapping("/api/v1/voucher-quotas/{id}")
	@Operation(summary = "Show one voucher quota")
	QuotaView get(Caller caller, @PathVariable UUID id) {
		return view(this.quotas.get(caller, id));
	}

	private QuotaView view(Quota quota) {
		return new QuotaView(quota.id(), quota.granted(), quota.available(), quota.stateAt(this.clock.instant()),
				quota.effectiveAt(), quota.expiresAt(), quota.createdAt());
	}

	/**
	 * A grant by the vendor.
	 *
	 * @param partnerId the partner that may issue vouchers from the quota
	 * @param value more than 0.00
	 * @param effectiveAt from when it can be used
	 * @param expiresAt until when, exclusive; in the future
	 */
	record Grant(@NotNull UUID partnerId, @NotNull @Positive Money value, @NotNull Instant effectiveAt,
			@NotNull Instant expiresAt) {
	}

	/**
	 * A quota as its holder sees it.
	 *
	 * @param value what was granted
	 * @param balance what can still be issued
	 * @param state INVALID once its validity is over (6.4)
	 */
	record QuotaView(UUID id, Money value, Money balance, Quota.State state, Instant effectiveAt, Instant expiresAt,
			Instant createdAt) {
	}

}
