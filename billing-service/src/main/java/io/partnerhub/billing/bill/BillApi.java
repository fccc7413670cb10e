package io.partnerhub.billing.bill;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import io.partnerhub.billing.ledger.Realm;
import io.partnerhub.contracts.Permission;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.idempotency.RequiresIdempotencyKey;
import io.partnerhub.platform.money.Money;
import io.partnerhub.platform.page.Page;
import io.partnerhub.platform.page.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A partner's own bills. Account managers and their supervisors do not see them (BIL-02,
 * ORG-09).
 */
@RestController
class BillApi {

	private final Bills bills;

	BillApi(Bills bills) {
		this.bills = bills;
	}

	@GetMapping("/api/v1/bills")
	@Operation(summary = "The partner's own bills, newest first",
			description = "Who prepays has none. No account manager sees them.")
	Page<BillView> list(Caller caller, PageQuery page) {
		caller.requireWhole(Permission.VIEW_BALANCE);
		return this.bills.page(Realm.of(caller), page).map(BillView::of);
	}

	@GetMapping("/api/v1/bills/{id}")
	@Operation(summary = "One of the partner's own bills")
	BillView get(Caller caller, @PathVariable UUID id) {
		caller.requireWhole(Permission.VIEW_BALANCE);
		return BillView.of(this.bills.get(Realm.of(caller), id));
	}

	@PostMapping("/api/v1/bills/{id}/payment")
	@RequiresIdempotencyKey
	@Operation(summary = "Pay all that is open of a bill from the partner's cash",
			description = "409 BILL_PAID if nothing is, ADJUST_BALANCE_INSUFFICIENT if the cash does not cover it.")
	BillView pay(Caller caller, @PathVariable UUID id) {
		caller.requireWhole(Permission.APPROPRIATE);
		return BillView.of(this.bills.pay(Realm.of(caller), id));
	}

	/**
	 * A bill.
	 *
	 * @param cycle the month it is for, YYYY-MM in UTC+8
	 * @param carried what credits of the month exceed its charges; 0.00 or less, it
	 * lessens the next bill
	 * @param dueDate last day to pay, in UTC+8
	 * @param allowedActions PAY while something is open
	 */
	record BillView(UUID id, String cycle, Bill.State state, Money amount, Money carried, Money paid, Money open,
			Instant issuedAt, LocalDate dueDate, @Nullable Instant paidAt, List<String> allowedActions) {

		static BillView of(Bill bill) {
			return new BillView(bill.id(), bill.cycle().toString(), bill.state(), bill.amount(), bill.carried(),
					bill.paid(), bill.open(), bill.issuedAt(), bill.dueDate(), bill.paidAt(),
					bill.open().isPositive() ? List.of("PAY") : List.of());
		}

	}

}
