package io.partnerhub.billing.orderfeed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.order.OrderDiscount;
import io.partnerhub.billing.order.OrderFacts;
import io.partnerhub.billing.order.OrderFailure;
import io.partnerhub.billing.order.OrderLine;
import io.partnerhub.billing.order.OrderStatus;
import io.partnerhub.billing.order.OrderType;
import io.partnerhub.billing.order.Paid.With;
import io.partnerhub.billing.payonbehalf.VendorPayment;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An order as the vendor reports it, over HTTP and over the broker alike (8.3).
 *
 * @param version 1 or more; rises with each change at the vendor
 * @param sourceType 1 customer, 2 agent, 3 contract, 4 distributor, 5–8 the vendor itself
 * @param amountAfterDiscount before coupons; the sum of the lines
 * @param pendingPaymentEndTime 7 days after createTime, or 1 hour for hardware, if absent
 * (ORD-13)
 * @param effectiveBy not payable after that time (ORD-12)
 * @param baseOrderId what an unsubscription or change is about
 * @param hardware whether goods are sent; absent means no
 * @param failure why it cannot be provided at present (ORD-12)
 * @param payment how the customer paid at the vendor; of paid orders only, and not of
 * those that were paid through the hub
 * @param lines 1–100
 * @param subOrders of a combined order, up to 20 (ORD-14)
 * @param discounts up to 20
 * @param specialVatInvoice whether the vendor issued a special VAT invoice of it; absent
 * means no (ORD-15)
 */
record VendorOrder(@NotNull UUID customerId, @NotNull @Pattern(regexp = ID) String orderId,
		@Schema(requiredMode = RequiredMode.REQUIRED) @Min(1) long version, @NotNull OrderStatus status,
		@NotNull OrderType orderType, @Schema(requiredMode = RequiredMode.REQUIRED) @Min(1) @Max(8) int sourceType,
		@NotBlank @Size(max = 64) String serviceTypeCode, @Nullable @Size(min = 1, max = 128) String serviceTypeName,
		@NotNull Money officialAmount, @NotNull Money amountAfterDiscount, @NotNull Instant createTime,
		@Nullable Instant pendingPaymentEndTime, @Nullable Instant effectiveBy,
		@Nullable @Size(min = 1, max = 64) String contractId, @Nullable @Size(min = 1, max = 128) String userName,
		@Nullable @Size(min = 1, max = 64) String region, @Nullable @Pattern(regexp = ID) String baseOrderId,
		@Nullable Boolean hardware, @Nullable OrderFailure failure, @Nullable @Valid Payment payment,
		@NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines,
		@Nullable @Size(max = 20) List<@NotNull @Valid Part> subOrders,
		@Nullable @Size(max = 20) List<@NotNull @Valid Discount> discounts, @Nullable Boolean specialVatInvoice) {

	static final String ID = "[A-Za-z0-9._~-]{1,64}";

	OrderNews news(FeedSettings settings) {
		OrderFacts facts = facts(settings);
		List<Part> parts = (this.subOrders != null) ? this.subOrders : List.of();
		List<Discount> off = (this.discounts != null) ? this.discounts : List.of();
		return new OrderNews(this.customerId, this.orderId, this.version, this.status, facts,
				(this.payment != null) ? this.payment.payment() : null, this.lines.stream().map(Line::line).toList(),
				parts.stream().map((part) -> part.part(facts)).toList(), off.stream().map(Discount::discount).toList(),
				Boolean.TRUE.equals(this.specialVatInvoice));
	}

	private OrderFacts facts(FeedSettings settings) {
		boolean goods = Boolean.TRUE.equals(this.hardware);
		Instant payBefore = (this.pendingPaymentEndTime != null) ? this.pendingPaymentEndTime
				: this.createTime.plus(goods ? settings.hardwarePendingFor() : settings.pendingFor());
		return new OrderFacts(this.orderType, this.sourceType, this.serviceTypeCode, this.serviceTypeName,
				this.officialAmount, this.amountAfterDiscount, this.createTime, payBefore, this.effectiveBy,
				this.contractId, this.userName, this.region, this.baseOrderId, goods, this.failure);
	}

	/**
	 * How the customer paid at the vendor.
	 *
	 * @param provider for ONLINE, if known
	 */
	record Payment(@NotNull With method, @Nullable @Size(min = 1, max = 64) String provider, @NotNull Money cashAmount,
			@NotNull Money couponAmount, @NotNull Instant paymentTime) {

		VendorPayment payment() {
			return new VendorPayment(this.method, (this.method == With.ONLINE) ? this.provider : null, this.cashAmount,
					this.couponAmount, this.paymentTime);
		}

	}

	/**
	 * One thing ordered.
	 *
	 * @param periodType 0 day, 1 week, 2 month, 3 year, 4 hour, 5 once
	 * @param quantity 1 or more
	 */
	record Line(@NotBlank @Size(max = 64) String lineId, @Nullable @Pattern(regexp = ID) String subOrderId,
			@NotBlank @Size(max = 64) String serviceTypeCode,
			@Nullable @Size(min = 1, max = 128) String serviceTypeName, @NotBlank @Size(max = 64) String productId,
			@Nullable @Size(min = 1, max = 256) String productSpec,
			@Nullable @Size(min = 1, max = 64) String resourceType, @Nullable @Min(0) @Max(5) Integer periodType,
			@Nullable @Min(1) Integer periodNum, @Schema(requiredMode = RequiredMode.REQUIRED) @Min(1) int quantity,
			@NotNull Money officialAmount, @NotNull Money amountAfterDiscount, @Nullable Instant effectiveTime,
			@Nullable Instant expireTime, @Nullable Boolean strictlySelected, @Nullable Boolean marketplace) {

		OrderLine line() {
			return new OrderLine(Ids.next(), this.lineId, this.subOrderId, this.serviceTypeCode, this.serviceTypeName,
					this.productId, this.productSpec, this.resourceType, this.periodType, this.periodNum, this.quantity,
					this.officialAmount, this.amountAfterDiscount, this.effectiveTime, this.expireTime,
					Boolean.TRUE.equals(this.strictlySelected), Boolean.TRUE.equals(this.marketplace));
		}

	}

	/** An order that a combined one is made of. */
	record Part(@NotNull @Pattern(regexp = ID) String orderId, @NotNull OrderType orderType,
			@NotBlank @Size(max = 64) String serviceTypeCode,
			@Nullable @Size(min = 1, max = 128) String serviceTypeName, @NotNull Money officialAmount,
			@NotNull Money amountAfterDiscount) {

		OrderNews.Part part(OrderFacts whole) {
			return new OrderNews.Part(this.orderId,
					new OrderFacts(this.orderType, whole.sourceType(), this.serviceTypeCode, this.serviceTypeName,
							this.officialAmount, this.amountAfterDiscount, whole.createdAt(), whole.payBefore(),
							whole.effectiveBy(), whole.contractId(), whole.creator(), whole.region(), whole.baseOrder(),
							whole.hardware(), whole.failure()));
		}

	}

	/**
	 * A discount (ORD-17).
	 *
	 * @param type 0 promotion, 1 contract, 2 business: one of them can be chosen when
	 * paying, and lowers the price then; 3 granted by the partner, 609 price adjustment:
	 * in the prices already, and stays
	 * @param mode 0 rate, 1 fixed price, 2 amount off
	 * @param lines what it takes off each line, 1–100
	 */
	record Discount(@NotBlank @Size(max = 64) String discountId, @Schema(requiredMode = RequiredMode.REQUIRED) int type,
			@Nullable @Size(min = 1, max = 64) String value,
			@Schema(requiredMode = RequiredMode.REQUIRED) @Min(0) @Max(2) int mode,
			@Nullable @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 6) BigDecimal ratio,
			@NotEmpty @Size(max = 100) List<@NotNull @Valid LineDiscount> lines) {

		OrderDiscount discount() {
			Map<String, Money> off = new LinkedHashMap<>();
			this.lines.forEach((line) -> off.put(line.lineId(), line.amount()));
			return new OrderDiscount(this.discountId, this.type, this.value, this.mode, this.ratio, off);
		}

	}

	/** What a discount takes off a line. */
	record LineDiscount(@NotBlank @Size(max = 64) String lineId, @NotNull Money amount) {
	}

}
