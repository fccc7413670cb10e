package io.partnerhub.contracts;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReclaimed;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.contracts.BillingEvent.ResellerAppropriated;
import io.partnerhub.contracts.BillingEvent.ResellerBalanceReclaimed;
import io.partnerhub.contracts.IncentiveEvent.IncentiveConfirmed;
import io.partnerhub.contracts.IncentiveEvent.IncentiveExpired;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceOffset;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceRecorded;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalApproved;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalCancelled;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalFailed;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRejected;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRequested;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalSucceeded;

/**
 * What the story of {@link Samples} tells of money: accounts, withdrawals, invoices,
 * incentives.
 */
final class MoneySamples {

	private static final UUID TOP_UP = id(11);

	private static final UUID APPROPRIATION = id(12);

	private static final UUID RECLAIM = id(13);

	private static final UUID OWED_INVOICE = id(17);

	private static final UUID INVOICE = id(18);

	private static final UUID WITHDRAWAL = id(19);

	private static final UUID INCENTIVE = id(60);

	private static final UUID PAYOUT = id(61);

	private MoneySamples() {
	}

	static List<Event> all(UUID northwind, UUID acme, UUID reseller, UUID quota) {
		return Stream
			.of(billing(northwind, acme, reseller), withdrawal(northwind), invoices(northwind, acme),
					incentives(northwind, quota))
			.flatMap(List::stream)
			.toList();
	}

	private static List<Event> billing(UUID northwind, UUID acme, UUID reseller) {
		return List
			.of(new PartnerToppedUp(northwind, northwind, TOP_UP, yuan("1000.00")),
					new CustomerAppropriated(northwind, northwind, acme, APPROPRIATION, yuan("500.00"),
							AppropriationType.CASH),
					new CustomerBalanceReclaimed(northwind, northwind, acme, RECLAIM, yuan("12.30"),
							AppropriationType.CASH),
					new ResellerAppropriated(northwind, northwind, reseller, APPROPRIATION, yuan("500.00")),
					new ResellerBalanceReclaimed(northwind, northwind, reseller, RECLAIM, yuan("12.30")),
					new BalanceAlertRaised(northwind, northwind, yuan("1000.00"), yuan("987.70")),
					new CustomerBalanceReturned(northwind, northwind, acme, 1, yuan("487.70"),
							BillingEvent.Reason.UNBIND, yuan("3.00")),
					new CustomerArrearsChanged(northwind, northwind, acme, 1, yuan("25.00")));
	}

	private static List<Event> withdrawal(UUID northwind) {
		return List.of(new WithdrawalRequested(northwind, northwind, WITHDRAWAL, "BANK_CARD", yuan("7999.99")),
				new WithdrawalApproved(northwind, northwind, WITHDRAWAL, "BANK_CARD", yuan("7999.99")),
				new WithdrawalRejected(northwind, northwind, WITHDRAWAL, "BANK_CARD", yuan("7999.99"),
						"the contract is under review"),
				new WithdrawalCancelled(northwind, northwind, WITHDRAWAL, "BANK_CARD", yuan("7999.99")),
				new WithdrawalSucceeded(northwind, northwind, WITHDRAWAL, "BANK_CARD", yuan("7999.99")),
				new WithdrawalFailed(northwind, northwind, WITHDRAWAL, "ORIGINAL", yuan("7999.99"), "ACCOUNT_CLOSED"));
	}

	private static List<Event> invoices(UUID northwind, UUID acme) {
		return List.of(
				new OwedInvoiceRecorded(northwind, northwind, OWED_INVOICE, "26317000000012345678", "ORDER_REFUND",
						yuan("1200.00"), "6.00", "华为云计算技术有限公司"),
				new OwedInvoiceOffset(northwind, northwind, OWED_INVOICE, "26317000000012345678",
						InvoiceEvent.Means.INVOICEABLE_AMOUNT, yuan("200.00"), yuan("1000.00")),
				new InvoiceIssued(northwind, northwind, INVOICE, "26317000000000000042", InvoiceEvent.Party.PARTNER,
						InvoiceEvent.Party.CUSTOMER, acme, yuan("106.00"), "6.00"),
				new InvoiceReturned(northwind, northwind, INVOICE, "26317000000000000042", InvoiceEvent.Party.PARTNER,
						InvoiceEvent.Party.CUSTOMER, acme, yuan("106.00"), "6.00"));
	}

	private static List<Event> incentives(UUID northwind, UUID quota) {
		return List.of(
				new IncentiveConfirmed(northwind, northwind, INCENTIVE, "JL202602-000017", "2026-02", yuan("1060.00")),
				new IncentivePaid(northwind, northwind, PAYOUT, IncentiveEvent.Mode.ACCOUNT, yuan("1060.00")),
				new IncentiveExpired(northwind, northwind, INCENTIVE, "JL202602-000017", yuan("1060.00")),
				new IncentiveQuotaGranted(northwind, northwind, PAYOUT, quota),
				new IncentiveQuotaRefused(northwind, northwind, PAYOUT, "PARTNER_UNKNOWN"));
	}

	private static Amount yuan(String amount) {
		return new Amount(amount, "CNY");
	}

	private static UUID id(int number) {
		return UUID.fromString("019c9000-0000-7000-8000-%012d".formatted(number));
	}

}
