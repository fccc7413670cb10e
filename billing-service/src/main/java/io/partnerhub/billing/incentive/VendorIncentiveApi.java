package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.partnerhub.billing.incentive.IncentiveApi.IncentiveView;
import io.partnerhub.billing.incentive.IncentiveLine.Kind;
import io.partnerhub.contracts.AssociationType;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.problem.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The vendor's feed of incentives (INC-01). */
@RestController
@Tag(name = "Incentives")
class VendorIncentiveApi {

	private final Incentives incentives;

	VendorIncentiveApi(Incentives incentives) {
		this.incentives = incentives;
	}

	@PostMapping("/api/v1/vendor/incentives")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Tell what a partner earned: an estimate, or the formal bill it has to confirm",
			description = "An estimate may be told anew until its formal bill; one that comes later changes nothing. The"
					+ " same bill again changes nothing, another one of its number is refused (INCENTIVE_NUMBER_USED).")
	IncentiveView receive(Caller caller, @Valid @RequestBody Bill bill) {
		caller.require(Caller.Kind.VENDOR);
		return IncentiveView.of(this.incentives.receive(bill.told()), false, caller);
	}

	/**
	 * An incentive.
	 *
	 * @param number 1–64 visible ASCII characters; names it for good
	 * @param stage ESTIMATE, or BILL for the formal one
	 * @param period month, YYYY-MM
	 * @param model in which it was earned
	 * @param amount with product tax; below 0.00 if more was taken back than earned, and
	 * 0.00 in an estimate only
	 * @param productTaxRate 0.00–100.00 percent
	 * @param validUntil end of its validity, of the formal bill; by configuration unless
	 * told (INC-10)
	 * @param lines what it is made of, at most 500; together its amount
	 */
	@Schema(name = "IncentiveBill")
	record Bill(@NotNull UUID partnerId,
			@NotNull @Pattern(regexp = "[!-~]{1,64}", message = "has 1 to 64 visible ASCII characters") String number,
			@NotNull Stage stage,
			@NotNull @Pattern(regexp = IncentiveRules.MONTH, message = "is a month like 2026-02") String period,
			@NotNull AssociationType model, @NotNull Money amount,
			@NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal productTaxRate,
			@Nullable Instant validUntil, @Nullable @Size(max = 500) List<@NotNull @Valid Line> lines) {

		IncentiveBill told() {
			boolean formal = this.stage == Stage.BILL;
			if (formal && this.amount.isZero()) {
				throw Problem.invalid("/amount", "OUT_OF_RANGE", "A bill has an amount.");
			}
			return new IncentiveBill(this.partnerId, this.number, formal, this.period, this.model, this.amount,
					this.productTaxRate.setScale(2), this.validUntil, numbered());
		}

		private List<IncentiveLine> numbered() {
			List<Line> told = (this.lines != null) ? this.lines : List.of();
			return IntStream.range(0, told.size()).mapToObj((index) -> told.get(index).line(index + 1)).toList();
		}

	}

	/**
	 * A line behind it.
	 *
	 * @param kind CONSUMPTION earns, UNSUBSCRIPTION and DOWNGRADE take back, the others
	 * say what of the month's consumption earns nothing and why
	 * @param serviceType code, 1–64 characters
	 * @param consumed consumption, or what of it was taken back, then below 0.00
	 * @param incentive what it earns or takes back; 0.00 of what earns nothing
	 * @param priceDifference what a sale of the marketplace gives instead (INC-12)
	 */
	@Schema(name = "IncentiveBillLine")
	record Line(@NotNull Kind kind, @NotBlank @Size(max = 64) String serviceType, @NotNull Money consumed,
			@NotNull Money incentive, @Nullable Money priceDifference) {

		IncentiveLine line(int position) {
			return new IncentiveLine(position, this.kind, this.serviceType, this.consumed, this.incentive,
					(this.priceDifference != null) ? this.priceDifference : Money.zero());
		}

	}

	/** Estimate (预估) or formal bill. */
	enum Stage {

		ESTIMATE, BILL

	}

}
