package io.partnerhub.contracts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.BillingEvent.BalanceAlertRaised;
import io.partnerhub.contracts.BillingEvent.CustomerAppropriated;
import io.partnerhub.contracts.BillingEvent.CustomerArrearsChanged;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReclaimed;
import io.partnerhub.contracts.BillingEvent.CustomerBalanceReturned;
import io.partnerhub.contracts.BillingEvent.PartnerToppedUp;
import io.partnerhub.contracts.BillingEvent.ResellerAppropriated;
import io.partnerhub.contracts.BillingEvent.ResellerBalanceReclaimed;
import io.partnerhub.contracts.ConsumptionEvent.BillIssued;
import io.partnerhub.contracts.ConsumptionEvent.BillOverdue;
import io.partnerhub.contracts.ConsumptionEvent.ConsumptionPosted;
import io.partnerhub.contracts.ConsumptionEvent.PerformanceSheetClosed;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponLocked;
import io.partnerhub.contracts.CouponEvent.CouponReturned;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CouponUsed;
import io.partnerhub.contracts.CouponEvent.CouponsExpired;
import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.VoucherIssued;
import io.partnerhub.contracts.CouponEvent.VouchersReclaimed;
import io.partnerhub.contracts.CustomerEvent.CustomerAssigned;
import io.partnerhub.contracts.CustomerEvent.CustomerAssociated;
import io.partnerhub.contracts.CustomerEvent.CustomerDisassociated;
import io.partnerhub.contracts.CustomerEvent.CustomerFrozen;
import io.partnerhub.contracts.CustomerEvent.CustomerModelSwitched;
import io.partnerhub.contracts.CustomerEvent.CustomerTransferred;
import io.partnerhub.contracts.CustomerEvent.CustomerUnfrozen;
import io.partnerhub.contracts.CustomerEvent.DisassociationCompleted;
import io.partnerhub.contracts.CustomerEvent.DisassociationRejected;
import io.partnerhub.contracts.CustomerEvent.DisassociationRequested;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchCompleted;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRejected;
import io.partnerhub.contracts.CustomerEvent.ModelSwitchRequested;
import io.partnerhub.contracts.CustomerEvent.TransferCompleted;
import io.partnerhub.contracts.CustomerEvent.TransferRejected;
import io.partnerhub.contracts.CustomerEvent.TransferRequested;
import io.partnerhub.contracts.DictionaryEvent.ServiceTypeChanged;
import io.partnerhub.contracts.IncentiveEvent.IncentiveConfirmed;
import io.partnerhub.contracts.IncentiveEvent.IncentiveExpired;
import io.partnerhub.contracts.IncentiveEvent.IncentivePaid;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaGranted;
import io.partnerhub.contracts.IncentiveQuotaEvent.IncentiveQuotaRefused;
import io.partnerhub.contracts.InvoiceEvent.InvoiceIssued;
import io.partnerhub.contracts.InvoiceEvent.InvoiceReturned;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceOffset;
import io.partnerhub.contracts.InvoiceEvent.OwedInvoiceRecorded;
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityCreated;
import io.partnerhub.contracts.OrderEvent.OrderCancelled;
import io.partnerhub.contracts.OrderEvent.OrderPaidOnBehalf;
import io.partnerhub.contracts.OrderEvent.OrderRefunded;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRejected;
import io.partnerhub.contracts.OrderEvent.PayOnBehalfRequested;
import io.partnerhub.contracts.ProgramEvent.ApiClientCreated;
import io.partnerhub.contracts.ProgramEvent.ApiClientDisabled;
import io.partnerhub.contracts.ProgramEvent.MemberChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerRegistered;
import io.partnerhub.contracts.ProgramEvent.PartnerSettingsChanged;
import io.partnerhub.contracts.ProgramEvent.PartnerStatusChanged;
import io.partnerhub.contracts.ProgramEvent.ResellerReleased;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistered;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationDeleted;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationExpired;
import io.partnerhub.contracts.ProspectEvent.CustomerPreRegistrationRejected;
import io.partnerhub.contracts.ProspectEvent.InvitationSent;
import io.partnerhub.contracts.QuotaEvent.QuotaAdjusted;
import io.partnerhub.contracts.QuotaEvent.QuotaExpired;
import io.partnerhub.contracts.QuotaEvent.QuotaExpiring;
import io.partnerhub.contracts.QuotaEvent.QuotaGranted;
import io.partnerhub.contracts.QuotaEvent.QuotaIssuedToReseller;
import io.partnerhub.contracts.QuotaEvent.QuotaReclaimedFromReseller;
import io.partnerhub.contracts.VendorEvent.OrderReported;
import io.partnerhub.contracts.WhitelistEvent.WhitelistImported;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalApproved;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalCancelled;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalFailed;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRejected;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalRequested;
import io.partnerhub.contracts.WithdrawalEvent.WithdrawalSucceeded;

/**
 * The one table that maps the event names of the rule files to their type on the wire
 * ({@code ce_type}) and the topic of their owner.
 */
public final class EventCatalog {

	private static final List<Entry> ENTRIES = List.of(
			new Entry("PartnerRegistered", "partner.registered.v1", Topics.PROGRAM, PartnerRegistered.class),
			new Entry("PartnerStatusChanged", "partner.status-changed.v1", Topics.PROGRAM, PartnerStatusChanged.class),
			new Entry("PartnerSettingsChanged", "partner.settings-changed.v1", Topics.PROGRAM,
					PartnerSettingsChanged.class),
			new Entry("MemberChanged", "member.changed.v1", Topics.PROGRAM, MemberChanged.class),
			new Entry("ResellerReleased", "reseller.released.v1", Topics.PROGRAM, ResellerReleased.class),
			new Entry("ServiceTypeChanged", "service-type.changed.v1", Topics.PROGRAM, ServiceTypeChanged.class),
			new Entry("ApiClientCreated", "api-client.created.v1", Topics.PROGRAM, ApiClientCreated.class),
			new Entry("ApiClientDisabled", "api-client.disabled.v1", Topics.PROGRAM, ApiClientDisabled.class),

			new Entry("CustomerPreRegistered", "customer.pre-registered.v1", Topics.CUSTOMER,
					CustomerPreRegistered.class),
			new Entry("CustomerPreRegistrationDeleted", "customer.pre-registration-deleted.v1", Topics.CUSTOMER,
					CustomerPreRegistrationDeleted.class),
			new Entry("CustomerPreRegistrationRejected", "customer.pre-registration-rejected.v1", Topics.CUSTOMER,
					CustomerPreRegistrationRejected.class),
			new Entry("CustomerPreRegistrationExpired", "customer.pre-registration-expired.v1", Topics.CUSTOMER,
					CustomerPreRegistrationExpired.class),
			new Entry("InvitationSent", "invitation.sent.v1", Topics.CUSTOMER, InvitationSent.class),
			new Entry("CustomerAssociated", "customer.associated.v1", Topics.CUSTOMER, CustomerAssociated.class),
			new Entry("CustomerAssigned", "customer.assigned.v1", Topics.CUSTOMER, CustomerAssigned.class),
			new Entry("DisassociationRequested", "customer.disassociation-requested.v1", Topics.CUSTOMER,
					DisassociationRequested.class),
			new Entry("DisassociationRejected", "customer.disassociation-rejected.v1", Topics.CUSTOMER,
					DisassociationRejected.class),
			new Entry("CustomerDisassociated", "customer.disassociated.v1", Topics.CUSTOMER,
					CustomerDisassociated.class),
			new Entry("DisassociationCompleted", "customer.disassociation-completed.v1", Topics.CUSTOMER,
					DisassociationCompleted.class),
			new Entry("ModelSwitchRequested", "customer.model-switch-requested.v1", Topics.CUSTOMER,
					ModelSwitchRequested.class),
			new Entry("ModelSwitchRejected", "customer.model-switch-rejected.v1", Topics.CUSTOMER,
					ModelSwitchRejected.class),
			new Entry("CustomerModelSwitched", "customer.model-switched.v1", Topics.CUSTOMER,
					CustomerModelSwitched.class),
			new Entry("ModelSwitchCompleted", "customer.model-switch-completed.v1", Topics.CUSTOMER,
					ModelSwitchCompleted.class),
			new Entry("TransferRequested", "customer.transfer-requested.v1", Topics.CUSTOMER, TransferRequested.class),
			new Entry("TransferRejected", "customer.transfer-rejected.v1", Topics.CUSTOMER, TransferRejected.class),
			new Entry("CustomerTransferred", "customer.transferred.v1", Topics.CUSTOMER, CustomerTransferred.class),
			new Entry("TransferCompleted", "customer.transfer-completed.v1", Topics.CUSTOMER, TransferCompleted.class),
			new Entry("CustomerFrozen", "customer.frozen.v1", Topics.CUSTOMER, CustomerFrozen.class),
			new Entry("CustomerUnfrozen", "customer.unfrozen.v1", Topics.CUSTOMER, CustomerUnfrozen.class),

			new Entry("AccountFactsChanged", "account.facts-changed.v1", Topics.CUSTOMER, AccountFactsChanged.class),

			new Entry("QuotaGranted", "quota.granted.v1", Topics.COUPON, QuotaGranted.class),
			new Entry("QuotaAdjusted", "quota.adjusted.v1", Topics.COUPON, QuotaAdjusted.class),
			new Entry("QuotaExpired", "quota.expired.v1", Topics.COUPON, QuotaExpired.class),
			new Entry("QuotaExpiring", "quota.expiring.v1", Topics.COUPON, QuotaExpiring.class),
			new Entry("QuotaIssuedToReseller", "quota.issued-to-reseller.v1", Topics.COUPON,
					QuotaIssuedToReseller.class),
			new Entry("QuotaReclaimedFromReseller", "quota.reclaimed-from-reseller.v1", Topics.COUPON,
					QuotaReclaimedFromReseller.class),
			new Entry("VoucherIssued", "voucher.issued.v1", Topics.COUPON, VoucherIssued.class),
			new Entry("VoucherReclaimed", "vouchers.reclaimed.v1", Topics.COUPON, VouchersReclaimed.class),
			new Entry("VoucherLocked", "coupon.locked.v1", Topics.COUPON, CouponLocked.class),
			new Entry("VoucherUnlocked", "coupon.unlocked.v1", Topics.COUPON, CouponUnlocked.class),
			new Entry("VoucherUsed", "coupon.used.v1", Topics.COUPON, CouponUsed.class),
			new Entry("VoucherReturned", "coupon.returned.v1", Topics.COUPON, CouponReturned.class),
			new Entry("VoucherExpired", "coupons.expired.v1", Topics.COUPON, CouponsExpired.class),
			new Entry("VoucherExpiring", "coupons.expiring.v1", Topics.COUPON, CouponsExpiring.class),
			new Entry("CashCouponIssued", "cash-coupon.issued.v1", Topics.COUPON, CashCouponIssued.class),
			new Entry("CashCouponReclaimed", "cash-coupons.reclaimed.v1", Topics.COUPON, CashCouponsReclaimed.class),
			new Entry("IncentiveQuotaGranted", "incentive-quota.granted.v1", Topics.COUPON,
					IncentiveQuotaGranted.class),
			new Entry("IncentiveQuotaRefused", "incentive-quota.refused.v1", Topics.COUPON,
					IncentiveQuotaRefused.class),
			new Entry("WhitelistImported", "whitelist.imported.v1", Topics.COUPON, WhitelistImported.class),
			new Entry("CouponsReclaimedForCustomer", "customer-coupons.reclaimed.v1", Topics.COUPON,
					CustomerCouponsReclaimed.class),

			new Entry("PartnerToppedUp", "partner.topped-up.v1", Topics.BILLING, PartnerToppedUp.class),
			new Entry("CustomerAppropriated", "customer.appropriated.v1", Topics.BILLING, CustomerAppropriated.class),
			new Entry("CustomerBalanceReclaimed", "customer-balance.reclaimed.v1", Topics.BILLING,
					CustomerBalanceReclaimed.class),
			new Entry("ResellerAppropriated", "reseller.appropriated.v1", Topics.BILLING, ResellerAppropriated.class),
			new Entry("ResellerReclaimed", "reseller-balance.reclaimed.v1", Topics.BILLING,
					ResellerBalanceReclaimed.class),
			new Entry("BalanceAlertRaised", "balance-alert.raised.v1", Topics.BILLING, BalanceAlertRaised.class),
			new Entry("CustomerBalanceReturned", "customer-balance.returned.v1", Topics.BILLING,
					CustomerBalanceReturned.class),
			new Entry("CustomerArrearsChanged", "customer-arrears.changed.v1", Topics.BILLING,
					CustomerArrearsChanged.class),
			new Entry("WithdrawalRequested", "withdrawal.requested.v1", Topics.BILLING, WithdrawalRequested.class),
			new Entry("WithdrawalApproved", "withdrawal.approved.v1", Topics.BILLING, WithdrawalApproved.class),
			new Entry("WithdrawalRejected", "withdrawal.rejected.v1", Topics.BILLING, WithdrawalRejected.class),
			new Entry("WithdrawalCancelled", "withdrawal.cancelled.v1", Topics.BILLING, WithdrawalCancelled.class),
			new Entry("WithdrawalSucceeded", "withdrawal.succeeded.v1", Topics.BILLING, WithdrawalSucceeded.class),
			new Entry("WithdrawalFailed", "withdrawal.failed.v1", Topics.BILLING, WithdrawalFailed.class),

			new Entry("OwedInvoiceRecorded", "owed-invoice.recorded.v1", Topics.BILLING, OwedInvoiceRecorded.class),
			new Entry("OwedInvoiceOffset", "owed-invoice.offset.v1", Topics.BILLING, OwedInvoiceOffset.class),
			new Entry("InvoiceIssued", "invoice.issued.v1", Topics.BILLING, InvoiceIssued.class),
			new Entry("InvoiceReturned", "invoice.returned.v1", Topics.BILLING, InvoiceReturned.class),
			new Entry("IncentiveConfirmed", "incentive.confirmed.v1", Topics.BILLING, IncentiveConfirmed.class),
			new Entry("IncentivePaid", "incentive.paid.v1", Topics.BILLING, IncentivePaid.class),
			new Entry("IncentiveExpired", "incentive.expired.v1", Topics.BILLING, IncentiveExpired.class),

			new Entry("ConsumptionPosted", "consumption.posted.v1", Topics.BILLING, ConsumptionPosted.class),
			new Entry("PerformanceSheetClosed", "performance-sheet.closed.v1", Topics.BILLING,
					PerformanceSheetClosed.class),
			new Entry("BillIssued", "bill.issued.v1", Topics.BILLING, BillIssued.class),
			new Entry("BillOverdue", "bill.overdue.v1", Topics.BILLING, BillOverdue.class),

			new Entry("PayOnBehalfRequested", "pay-on-behalf.requested.v1", Topics.BILLING, PayOnBehalfRequested.class),
			new Entry("OrderPaidOnBehalf", "order.paid-on-behalf.v1", Topics.BILLING, OrderPaidOnBehalf.class),
			new Entry("PayOnBehalfRejected", "pay-on-behalf.rejected.v1", Topics.BILLING, PayOnBehalfRejected.class),
			new Entry("OrderCancelled", "order.cancelled.v1", Topics.BILLING, OrderCancelled.class),
			new Entry("OrderRefunded", "order.refunded.v1", Topics.BILLING, OrderRefunded.class),

			new Entry("OrderReported", "order.reported.v1", Topics.VENDOR, OrderReported.class),

			new Entry("OpportunityCreated", "opportunity.created.v1", Topics.OPPORTUNITY, OpportunityCreated.class),
			new Entry("OpportunityClosed", "opportunity.closed.v1", Topics.OPPORTUNITY, OpportunityClosed.class),
			new Entry("CustomerOpportunitiesClosed", "customer-opportunities.closed.v1", Topics.OPPORTUNITY,
					CustomerOpportunitiesClosed.class));

	private static final Map<Class<?>, Entry> BY_CLASS = ENTRIES.stream()
		.collect(Collectors.toUnmodifiableMap(Entry::event, Function.identity()));

	private static final Map<String, Entry> BY_TYPE = ENTRIES.stream()
		.collect(Collectors.toUnmodifiableMap(Entry::type, Function.identity()));

	private EventCatalog() {
	}

	public static List<Entry> entries() {
		return ENTRIES;
	}

	/**
	 * The entry of an event class; asking for a class that is not listed is a programming
	 * error.
	 */
	public static Entry of(Class<? extends Event> event) {
		Entry entry = BY_CLASS.get(event);
		if (entry == null) {
			throw new IllegalArgumentException(event.getName() + " is missing in the event catalog");
		}
		return entry;
	}

	/** The entry of a {@code ce_type}, empty for a type this version does not know. */
	public static Optional<Entry> find(String type) {
		return Optional.ofNullable(BY_TYPE.get(type));
	}

	/**
	 * One event.
	 *
	 * @param ruleName its name in the rule files
	 * @param type its {@code ce_type}
	 * @param topic the topic of its owner
	 * @param event its record
	 */
	public record Entry(String ruleName, String type, String topic, Class<? extends Event> event) {
	}

}
