package io.partnerhub.coupon.voucher;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.Permission;
import io.partnerhub.coupon.settings.CouponProperties;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.money.Money;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What issuing vouchers would do now: nothing is issued, recorded or remembered, and no
 * code is asked for.
 */
@RestController
@Tag(name = "Vouchers")
class VoucherDryRunApi {

	private final VoucherRows rows;

	private final CouponProperties properties;

	VoucherDryRunApi(VoucherRows rows, CouponProperties properties) {
		this.rows = rows;
		this.properties = properties;
	}

	/** Described as a part of the command itself, which is at the same address. */
	@PostMapping(path = "/api/v1/vouchers", params = "dryRun=true")
	@Operation(summary = "Tell what issuing these vouchers would do now", hidden = true)
	Preview preview(Caller caller, @RequestParam boolean dryRun, @Valid @RequestBody IssueForm issue) {
		IssueOrder order = issue.order();
		caller.require(Permission.ISSUE_VOUCHERS);
		IssueRules.checkCustomers(order, this.properties.issue().customersPerCommand());
		this.rows.check(caller, order.quotaId());
		return Preview.of(dryRun, this.rows.preview(caller.owner(), order.quotaId(), rows(order), Money.zero()));
	}

	private static List<VoucherRow> rows(IssueOrder order) {
		List<VoucherRow> rows = new ArrayList<>();
		order.customerIds()
			.forEach((customer) -> rows.add(new VoucherRow(rows.size() + 1, customer, order.faceValue(),
					order.minimumOrder(), order.serviceTypes(), order.productIds(), order.effectiveAt(),
					order.expiresAt(), order.remark())));
		return rows;
	}

	/**
	 * What would happen.
	 *
	 * @param wouldIssue whether the command would be served: all or none (VOU-04)
	 * @param quotaBalanceAfter what the quota would hold then
	 */
	record Preview(boolean dryRun, boolean wouldIssue, Money quotaBalanceAfter, List<PreviewRow> customers) {

		static Preview of(boolean dryRun, RowOutcomes outcomes) {
			boolean all = outcomes.succeeded() == outcomes.rows().size();
			return new Preview(dryRun, all,
					all ? outcomes.quotaBalance() : outcomes.quotaBalance().plus(outcomes.amount()),
					outcomes.rows()
						.stream()
						.map((each) -> new PreviewRow(each.row().customerId(), each.code(), each.detail()))
						.toList());
		}

	}

	/** One customer; without a code he would get his voucher. */
	record PreviewRow(UUID customerId, @Nullable String code, @Nullable String detail) {
	}

}
