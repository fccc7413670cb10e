package io.partnerhub.billing.withdrawal;

import java.time.LocalDate;
import java.util.Optional;

import io.partnerhub.billing.payee.Payee;
import io.partnerhub.billing.topup.Channel;
import io.partnerhub.billing.topup.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Which top-ups a withdrawal may take from: money goes back the way it came while the
 * channel takes it (WDR-06), to a bank card where it cannot or the partner does not want
 * that (WDR-07), and a rebate on its own way only (WDR-09).
 *
 * @param today in the time zone of the vendor
 */
record SourceRules(WithdrawalSettings settings, Payee payee, LocalDate today) {

	/**
	 * Why the flow is no source.
	 * @param chosen whether the partner named it: of a flow named for a bank card it does
	 * not choose the way back
	 */
	Optional<Refusal> refusal(Flow flow, WithdrawalType type, boolean chosen) {
		if (flow.restriction() != null) {
			return Optional.of(Refusal.of(flow.restriction()));
		}
		if (!flow.left().isPositive()) {
			return Optional.of(flow.invoiced().isPositive() ? Refusal.INVOICED : Refusal.NOTHING_LEFT);
		}
		return Optional.ofNullable(switch (type) {
			case ORIGINAL -> original(flow);
			case BANK_CARD -> bankCard(flow, chosen);
			case REBATE -> rebate(flow);
		});
	}

	private @Nullable Refusal original(Flow flow) {
		if (flow.channel() == Channel.REBATE) {
			return Refusal.ONLY_AS_REBATE;
		}
		if (!flow.channel().hasOriginalRoute()) {
			return Refusal.NO_ORIGINAL_ROUTE;
		}
		return isAged(flow) ? Refusal.ORIGINAL_ROUTE_EXPIRED : null;
	}

	private @Nullable Refusal bankCard(Flow flow, boolean chosen) {
		if (flow.channel() == Channel.REBATE) {
			return Refusal.ONLY_AS_REBATE;
		}
		boolean allowed = chosen || flow.channel() == Channel.TRADE_MODEL_CONVERSION || flow.originalFailed()
				|| (!isFirstEntity() && isAged(flow) && this.settings.agedToBankCard().contains(flow.channel()));
		return allowed ? null : Refusal.ORIGINAL_ROUTE_NOT_DECLINED;
	}

	private static @Nullable Refusal rebate(Flow flow) {
		if (flow.channel() != Channel.REBATE) {
			return Refusal.NOT_A_REBATE;
		}
		return (flow.incentive() == Flow.Incentive.APPROVED) ? null : Refusal.INCENTIVE_NOT_APPROVED;
	}

	private boolean isFirstEntity() {
		return this.payee.signingEntity().equals(this.settings.firstSigningEntity());
	}

	/** The last day is the one so many months after that of the top-up. */
	private boolean isAged(Flow flow) {
		Integer months = this.settings.originalRouteMonths().get(flow.channel());
		return months != null
				&& this.today.isAfter(LocalDate.ofInstant(flow.paidAt(), this.settings.zone()).plusMonths(months));
	}

	/** Why a flow is no source. */
	enum Refusal {

		WITH_BONUS, WITH_VOUCHERS, INVOICED, NOTHING_LEFT, ONLY_AS_REBATE, NOT_A_REBATE, INCENTIVE_NOT_APPROVED,
		NO_ORIGINAL_ROUTE, ORIGINAL_ROUTE_EXPIRED, ORIGINAL_ROUTE_NOT_DECLINED;

		static Refusal of(Flow.Restriction restriction) {
			return switch (restriction) {
				case WITH_BONUS -> WITH_BONUS;
				case WITH_VOUCHERS -> WITH_VOUCHERS;
			};
		}

	}

}
