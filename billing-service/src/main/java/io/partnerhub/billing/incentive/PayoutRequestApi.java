package io.partnerhub.billing.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.partnerhub.billing.incentive.PayoutRequest.State;
import io.partnerhub.billing.incentive.PayoutRequests.Wanted;
import io.partnerhub.billing.incentive.PayoutShareStore.Share;
import io.partnerhub.contracts.IncentiveEvent.Mode;
import io.partnerhub.contracts.Permission;
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
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A partner applies for its incentives and follows the pay-out (INC-02, INC-07). */
@RestController
@Tag(name = "Incentives")
class PayoutRequestApi {

	private final PayoutRequests requests;

	PayoutRequestApi(PayoutRequests requests) {
		this.requests = requests;
	}

	@PostMapping("/api/v1/incentive-payouts")
	@ResponseStatus(HttpStatus.CREATED)
	@RequiresIdempotencyKey
	@Operation(summary = "Apply for the pay-out of confirmed incentives, wholly or in part",
			description = "What is to be taken back by negative incentives is set off. The mode cannot be changed for an"
					+ " incentive any more (PAYOUT_MODE_FIXED). 409 BUSINESS_INFO_NOT_CERTIFIED,"
					+ " PAYOUT_AMOUNT_EXCEEDED, PAYOUT_AUTOMATIC for what is paid by itself, PAYOUT_NOT_POSITIVE.")
	PayoutView submit(Caller caller, @Valid @RequestBody Application application) {
		return whole(this.requests.submit(caller, application.mode(), application.wanted()), caller);
	}

	@GetMapping("/api/v1/incentive-payouts")
	@Operation(summary = "List your pay-outs, newest first")
	Page<PayoutView> list(Caller caller, @RequestParam @Nullable State state, PageQuery page) {
		return this.requests.page(caller, state, page).map((request) -> PayoutView.of(request, null, caller));
	}

	@GetMapping("/api/v1/incentive-payouts/{id}")
	@Operation(summary = "Show a pay-out and what it takes of which incentive")
	PayoutView get(Caller caller, @PathVariable UUID id) {
		return whole(this.requests.get(caller, id), caller);
	}

	private PayoutView whole(PayoutRequest request, Caller caller) {
		return PayoutView.of(request, this.requests.shares(request), caller);
	}

	/** An application for 1–100 incentives, each named once. */
	@Schema(name = "PayoutApplication")
	record Application(@NotNull Mode mode, @NotEmpty @Size(max = 100) List<@NotNull @Valid Item> items) {

		Map<UUID, Wanted> wanted() {
			Map<UUID, Wanted> wanted = new LinkedHashMap<>();
			this.items.forEach((item) -> wanted.put(item.incentiveId(), new Wanted(item.amount())));
			if (wanted.size() < this.items.size()) {
				throw Problem.invalid("/items", "REPEATED", "Name each incentive once.");
			}
			return wanted;
		}

	}

	/**
	 * One of them.
	 *
	 * @param amount with product tax; all that is left unless told
	 */
	@Schema(name = "PayoutItem")
	record Item(@NotNull UUID incentiveId, @Nullable @Positive Money amount) {
	}

	/**
	 * A pay-out.
	 *
	 * @param state PROCESSING 申请处理中, TO_INVOICE 待伙伴开票, INVOICE_REVIEW 发票审核,
	 * PAYMENT_REVIEW 申付审核, DONE 已完成; GRANTING and FAILED of a voucher quota; REJECTED
	 * @param automatic paid without being applied for and without an invoice (INC-04)
	 * @param total of its incentives, with product tax
	 * @param payable what you invoice and receive: total ÷ (1 + product tax rate) × (1 +
	 * your tax rate), or the total where no invoice is needed
	 * @param taxRate of your invoices, percent
	 * @param paymentOrderId the payment order that your invoices cover
	 * @param quotaId the voucher quota that was granted
	 * @param reason why it was rejected, its invoices refused or the quota not granted
	 * @param invoiceBy last day for your invoices
	 * @param expectedBy day of the vendor's next step
	 * @param shares what it takes of which incentive; absent in lists
	 * @param allowedActions what the caller can do with it
	 */
	@Schema(name = "IncentivePayout")
	record PayoutView(UUID id, UUID partnerId, State state, Mode mode, boolean automatic, Money total, Money payable,
			BigDecimal taxRate, @Nullable UUID paymentOrderId, @Nullable UUID quotaId, @Nullable String reason,
			@Nullable LocalDate invoiceBy, @Nullable LocalDate expectedBy, Instant at, @Nullable Instant finishedAt,
			@Nullable List<ShareView> shares, List<String> allowedActions) {

		static PayoutView of(PayoutRequest request, @Nullable List<Share> shares, Caller caller) {
			return new PayoutView(request.id(), request.realm().ownerPartnerId(), request.state(), request.mode(),
					request.automatic(), request.total(), request.payable(), request.taxRate(),
					request.paymentOrderId(), request.quotaId(), request.reason(), request.invoiceBy(),
					request.expectedBy(), request.at(), request.finishedAt(),
					(shares != null) ? shares.stream().map(ShareView::of).toList() : null,
					actions(request.state(), caller));
		}

		private static List<String> actions(State state, Caller caller) {
			boolean vendor = caller.is(Caller.Kind.VENDOR);
			return switch (state) {
				case PROCESSING -> vendor ? List.of("ACCEPT", "REJECT") : List.of();
				case TO_INVOICE -> {
					List<String> own = caller.mayWhole(Permission.MANAGE_INVOICES) ? List.of("SUBMIT_INVOICES")
							: List.of();
					yield vendor ? List.of("REJECT") : own;
				}
				case INVOICE_REVIEW -> vendor ? List.of("REJECT") : List.of();
				case PAYMENT_REVIEW -> vendor ? List.of("PAY", "REJECT") : List.of();
				case GRANTING, FAILED -> vendor ? List.of("REPEAT") : List.of();
				case DONE, REJECTED -> List.of();
			};
		}

	}

	/** What a pay-out takes of an incentive; below 0.00 what it sets off. */
	@Schema(name = "PayoutShare")
	record ShareView(UUID incentiveId, String number, String period, Money amount) {

		static ShareView of(Share share) {
			return new ShareView(share.incentiveId(), share.number(), share.period(), share.amount());
		}

	}

}
