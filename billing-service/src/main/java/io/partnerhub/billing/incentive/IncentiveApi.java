package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.incentive.Incentive.State;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a partner earned, month by month, with the lines behind it (INC-01, INC-09). */
@RestController
@Tag(name = "Incentives")
class IncentiveApi {

	private final Incentives incentives;

	IncentiveApi(Incentives incentives) {
		this.incentives = incentives;
	}

	@GetMapping("/api/v1/incentives")
	@Operation(summary = "List your incentives, newest first",
			description = "By state, such as TO_CONFIRM, and by month (YYYY-MM).")
	Page<IncentiveView> list(Caller caller, @RequestParam @Nullable State state, @RequestParam @Nullable String period,
			PageQuery page) {
		if (period != null && !period.matches(IncentiveRules.MONTH)) {
			throw Problem.invalid("?period", "WRONG_VALUE", "A month looks like 2026-02.");
		}
		return this.incentives.page(caller, state, period, page).map((incentive) -> view(incentive, caller));
	}

	@GetMapping("/api/v1/incentives/{id}")
	@Operation(summary = "Show an incentive")
	IncentiveView get(Caller caller, @PathVariable UUID id) {
		return view(this.incentives.get(caller, id), caller);
	}

	@GetMapping("/api/v1/incentives/{id}/lines")
	@Operation(summary = "Show the lines behind an incentive, and how they differ from the month's consumption",
			description = "What was consumed and earns nothing is explained: by products without incentive, by what is"
					+ " posted next month, and by sales of the marketplace, which give a price difference instead.")
	Detail lines(Caller caller, @PathVariable UUID id) {
		return Detail.of(this.incentives.lines(caller, id));
	}

	@PostMapping("/api/v1/incentives/{id}/confirmation")
	@RequiresIdempotencyKey
	@Operation(summary = "Confirm the formal bill of an incentive (待确认)",
			description = "Resale incentives are then paid by themselves, to the recharge account or as a voucher quota,"
					+ " without an invoice. 409 INCENTIVE_STATE unless it is TO_CONFIRM, 409 INCENTIVE_EXPIRED once it is"
					+ " void, 409 PAYOUT_MODE_NOT_ALLOWED for a bank transfer of a resale incentive.")
	IncentiveView confirm(Caller caller, @PathVariable UUID id,
			@RequestBody(required = false) @Nullable Confirmation confirmation) {
		return view(this.incentives.confirm(caller, id, (confirmation != null) ? confirmation.mode() : null), caller);
	}

	private IncentiveView view(Incentive incentive, Caller caller) {
		return IncentiveView.of(incentive, this.incentives.isApplicable(incentive), caller);
	}

	/**
	 * A confirmation.
	 *
	 * @param mode how the incentive is paid out, which cannot be changed then (INC-03);
	 * absent: chosen with the application, and for what is paid by itself (INC-04) as
	 * auto-apply says, else ACCOUNT
	 */
	@Schema(name = "IncentiveConfirmation")
	record Confirmation(@Nullable Mode mode) {
	}

	/**
	 * An incentive.
	 *
	 * @param state ESTIMATED 预估, TO_CONFIRM 待确认, PAYING 发放中, PAID 发放成功; VOID once expired
	 * @param amount with product tax, below 0.00 if more was taken back than earned
	 * @param left what can still be applied for
	 * @param lapsed what is void
	 * @param productTaxRate percent
	 * @param mode how it is paid out, once chosen for good
	 * @param expiresAt end of its validity; absent for estimates and negative ones
	 * @param allowedActions what the caller can do with it
	 */
	@Schema(name = "Incentive")
	record IncentiveView(UUID id, String number, UUID partnerId, String period, AssociationType model, State state,
			Money amount, Money left, Money paid, Money lapsed, BigDecimal productTaxRate, @Nullable Mode mode,
			@Nullable Instant notifiedAt, @Nullable Instant expiresAt, @Nullable Instant confirmedAt,
			List<String> allowedActions) {

		static IncentiveView of(Incentive incentive, boolean applicable, Caller caller) {
			return new IncentiveView(incentive.id(), incentive.number(), incentive.realm().ownerPartnerId(),
					incentive.period(), incentive.model(), incentive.state(), incentive.amount(), incentive.left(),
					incentive.paid(), incentive.lapsed(), incentive.taxRate(), incentive.mode(), incentive.notifiedAt(),
					incentive.expiresAt(), incentive.confirmedAt(), actions(incentive, applicable, caller));
		}

		private static List<String> actions(Incentive incentive, boolean applicable, Caller caller) {
			if (!caller.mayWhole(Permission.MANAGE_INVOICES) || caller.partnerType() == PartnerType.RESELLER) {
				return List.of();
			}
			if (incentive.state() == State.TO_CONFIRM) {
				return List.of("CONFIRM");
			}
			return applicable ? List.of("APPLY") : List.of();
		}

	}

	/**
	 * What an incentive is made of.
	 *
	 * @param consumed all consumption of the month that the lines tell of
	 * @param earning the part of it that incentives are counted on
	 * @param withoutIncentive of products without incentive
	 * @param postedNextMonth counted in the next month only
	 * @param marketplace sold on the marketplace
	 * @param priceDifference what the marketplace gives instead of an incentive
	 */
	@Schema(name = "IncentiveDetail")
	record Detail(List<LineView> lines, Money consumed, Money earning, Money withoutIncentive, Money postedNextMonth,
			Money marketplace, Money priceDifference) {

		static Detail of(List<IncentiveLine> lines) {
			Money without = consumed(lines, IncentiveLine.Kind.NON_INCENTIVE_PRODUCT);
			Money next = consumed(lines, IncentiveLine.Kind.POSTED_NEXT_MONTH);
			Money marketplace = consumed(lines, IncentiveLine.Kind.MARKETPLACE);
			Money all = lines.stream().map(IncentiveLine::consumed).reduce(Money.zero(), Money::plus);
			return new Detail(lines.stream().map(LineView::of).toList(), all,
					all.minus(without).minus(next).minus(marketplace), without, next, marketplace,
					lines.stream().map(IncentiveLine::priceDifference).reduce(Money.zero(), Money::plus));
		}

		private static Money consumed(List<IncentiveLine> lines, IncentiveLine.Kind kind) {
			return lines.stream()
				.filter((line) -> line.kind() == kind)
				.map(IncentiveLine::consumed)
				.reduce(Money.zero(), Money::plus);
		}

	}

	/** A line of it. */
	@Schema(name = "IncentiveLine")
	record LineView(IncentiveLine.Kind kind, String serviceType, Money consumed, Money incentive,
			Money priceDifference) {

		static LineView of(IncentiveLine line) {
			return new LineView(line.kind(), line.serviceType(), line.consumed(), line.incentive(),
					line.priceDifference());
		}

	}

}
