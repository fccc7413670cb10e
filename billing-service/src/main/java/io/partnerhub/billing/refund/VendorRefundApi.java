package io.partnerhub.billing.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.money.Positive;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's side of refunds: its feed, and what it approves (8.6, ORD-16). */
@RestController
@Tag(name = "Orders")
class VendorRefundApi {

	private static final String NUMBER = "[A-Za-z0-9._~-]{1,64}";

	private final Refunds refunds;

	private final RefundLists lists;

	VendorRefundApi(Refunds refunds, RefundLists lists) {
		this.refunds = refunds;
		this.lists = lists;
	}

	@PostMapping("/api/v1/vendor/order-refunds")
	@Operation(summary = "Tell refunds of paid orders, up to 100 at once",
			description = "Each for itself; the same reference again changes nothing, with other content it is refused "
					+ "(REFUND_REFERENCE_USED). Together they never exceed what was paid (REFUND_EXCEEDS_PAYMENT), "
					+ "and those of a part of a combined order not what was paid for it. An unsubscription above 50,000 CNY, "
					+ "all its refunds together, waits 24 hours for an approval. SPECIAL_VAT_INVOICED: it was unsubscribed "
					+ "after the customer had a special VAT invoice of it (ORD-15). Also ORDER_NOT_FOUND, ORDER_NOT_PAID, "
					+ "and REFUND_COUPONS_UNKNOWN for coupons of an order that was paid without.")
	Learnt learn(Caller caller, @Valid @RequestBody Feed feed) {
		caller.require(Caller.Kind.VENDOR);
		List<ToldRefund> told = feed.refunds().stream().map(News::told).toList();
		List<Outcome<Refund>> outcomes = this.refunds.learn(told);
		List<ItemView> items = new ArrayList<>();
		for (int i = 0; i < told.size(); i++) {
			items.add(ItemView.of(told.get(i).reference(), outcomes.get(i)));
		}
		return new Learnt(items);
	}

	@GetMapping("/api/v1/vendor/order-refunds")
	@Operation(summary = "Refunds of all partners, newest first")
	Page<RefundView> list(Caller caller, @RequestParam(required = false) Refund.@Nullable State state,
			@RequestParam(required = false) @Size(max = 64) @Nullable String orderId, PageQuery page) {
		caller.require(Caller.Kind.VENDOR);
		return this.lists.all(new RefundLists.Filter(orderId, null, null, state), page);
	}

	@PostMapping("/api/v1/vendor/order-refunds/{id}/approval")
	@RequiresIdempotencyKey
	@Operation(summary = "Approves a large unsubscription, whose refund goes ahead",
			description = "409 REFUND_STATE if it does not wait for one any more.")
	RefundView approve(Caller caller, @PathVariable UUID id) {
		caller.require(Caller.Kind.VENDOR);
		return this.lists.any(this.refunds.approve(id).id());
	}

	@PostMapping("/api/v1/vendor/order-refunds/{id}/rejection")
	@RequiresIdempotencyKey
	@Operation(summary = "Refuses a large unsubscription; nothing is refunded",
			description = "409 REFUND_STATE if it does not wait for an approval any more.")
	RefundView reject(Caller caller, @PathVariable UUID id, @Valid @RequestBody Rejection rejection) {
		caller.require(Caller.Kind.VENDOR);
		return this.lists.any(this.refunds.reject(id, rejection.reason().strip()).id());
	}

	@Schema(name = "OrderRefundFeed")
	record Feed(@NotEmpty @Size(max = 100) List<@NotNull @Valid News> refunds) {
	}

	/**
	 * A refund.
	 *
	 * @param reference names it for good
	 * @param refundOrderId number of the order that unsubscribes or changes
	 * @param orderId number of the order that was paid, or of a part of it
	 * @param amount what comes back of its money, 0.00 or more
	 * @param coupons what its coupons get back, 0–20
	 */
	@Schema(name = "OrderRefundNews")
	record News(@NotNull @Pattern(regexp = NUMBER) String reference,
			@NotNull @Pattern(regexp = NUMBER) String refundOrderId, @NotNull @Pattern(regexp = NUMBER) String orderId,
			@NotNull RefundCause cause, @NotNull Money amount,
			@Nullable @Size(max = 20) List<@NotNull @Valid Part> coupons,
			@NotBlank @Size(max = 64) @Schema(example = "hws.service.type.ec2") String serviceTypeCode,
			@Nullable @Size(min = 1, max = 128) String serviceTypeName,
			@Nullable @Size(min = 1, max = 64) @Schema(example = "hws.resource.type.vm") String resourceTypeCode,
			@Nullable @Size(min = 1, max = 128) String resourceTypeName,
			@Nullable @Size(min = 1, max = 64) @Schema(example = "cn-north-4") String regionCode) {

		ToldRefund told() {
			ToldRefund told = new ToldRefund(this.reference, this.refundOrderId, this.orderId, this.cause, this.amount,
					parts(), new ToldRefund.Subject(this.serviceTypeCode, this.serviceTypeName, this.resourceTypeCode,
							this.resourceTypeName, this.regionCode));
			if (this.amount.minor() < 0 || !told.total().isPositive()) {
				throw Problem.invalid("/refunds/amount", "OUT_OF_RANGE",
						"Must not be less than 0.00; with the coupons it is more than 0.00.");
			}
			return told;
		}

		private Map<UUID, Money> parts() {
			try {
				return (this.coupons == null) ? Map.of()
						: this.coupons.stream().collect(Collectors.toMap(Part::couponId, Part::amount));
			}
			catch (IllegalStateException ex) {
				throw Problem.invalid("/refunds/coupons", "DUPLICATE", "Each coupon is named once.");
			}
		}

	}

	/** What a coupon gets back, more than 0.00. */
	@Schema(name = "OrderRefundPart")
	record Part(@NotNull UUID couponId, @NotNull @Positive Money amount) {
	}

	/** What became of each, in their order. */
	@Schema(name = "OrderRefundsLearnt")
	record Learnt(List<ItemView> items) {
	}

	/**
	 * What became of one.
	 *
	 * @param code why it was refused; id and state are absent then
	 */
	@Schema(name = "OrderRefundLearnt")
	record ItemView(String reference, @Nullable UUID id, Refund.@Nullable State state, @Nullable String code,
			@Nullable String detail) {

		static ItemView of(String reference, Outcome<Refund> outcome) {
			try {
				Refund refund = outcome.get();
				return new ItemView(reference, refund.id(), refund.state(), null, null);
			}
			catch (Problem refusal) {
				return new ItemView(reference, null, null, refusal.code(), refusal.detail());
			}
		}

	}

	/** Why, 1–256 characters. */
	@Schema(name = "OrderRefundRejection")
	record Rejection(@NotBlank @Size(max = 256) String reason) {
	}

}
