package io.partnerhub.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.partnerhub.contracts.AccountEvent.AccountFactsChanged;
import io.partnerhub.contracts.CouponEvent.CashCouponIssued;
import io.partnerhub.contracts.CouponEvent.CashCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.CouponAmount;
import io.partnerhub.contracts.CouponEvent.CouponLocked;
import io.partnerhub.contracts.CouponEvent.CouponReturned;
import io.partnerhub.contracts.CouponEvent.CouponUnlocked;
import io.partnerhub.contracts.CouponEvent.CouponUsed;
import io.partnerhub.contracts.CouponEvent.CouponsExpired;
import io.partnerhub.contracts.CouponEvent.CouponsExpiring;
import io.partnerhub.contracts.CouponEvent.CustomerCouponsReclaimed;
import io.partnerhub.contracts.CouponEvent.ExpiringCoupon;
import io.partnerhub.contracts.CouponEvent.ReclaimedVoucher;
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
import io.partnerhub.contracts.OpportunityEvent.CustomerOpportunitiesClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityClosed;
import io.partnerhub.contracts.OpportunityEvent.OpportunityCreated;
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
import io.partnerhub.contracts.WhitelistEvent.WhitelistImported;

/**
 * One sample per event, told as one story: the distributor Northwind brings the customer
 * Acme, gives him money and a voucher, registers an opportunity, and the link ends. Every
 * component is filled, so that the golden files show every field.
 */
final class Samples {

	private static final UUID NORTHWIND = id(1);

	private static final UUID MANAGER = id(2);

	private static final UUID SUPERVISOR = id(3);

	private static final UUID ACME = id(4);

	private static final UUID PRE_REGISTRATION = id(5);

	private static final UUID INVITATION = id(6);

	private static final UUID QUOTA = id(7);

	private static final UUID VOUCHER = id(8);

	private static final UUID OPPORTUNITY = id(9);

	private static final UUID REQUEST = id(10);

	private static final UUID RESELLER = id(14);

	private static final UUID RESELLER_QUOTA = id(15);

	private static final UUID CASH_COUPON = id(16);

	private static final String ORDER = "CS2603011605ABCDE";

	private static final String ACCESS_KEY = "HUBNORTHWIND00000001";

	private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

	private static final Instant END = Instant.parse("2026-06-01T09:30:00.123456Z");

	private static final Map<Class<?>, Event> SAMPLES = Stream
		.of(program(), customer(), coupon(), MoneySamples.all(NORTHWIND, ACME, RESELLER, QUOTA),
				ConsumptionSamples.of(NORTHWIND), OrderSamples.all(NORTHWIND, ACME, REQUEST), opportunity())
		.flatMap(List::stream)
		.collect(Collectors.toUnmodifiableMap(Event::getClass, Function.identity()));

	private Samples() {
	}

	static Event of(EventCatalog.Entry entry) {
		Event sample = SAMPLES.get(entry.event());
		if (sample == null) {
			throw new AssertionError("add a sample of " + entry.event().getSimpleName() + " to Samples");
		}
		return sample;
	}

	private static List<Event> program() {
		return List.of(
				new PartnerRegistered(NORTHWIND, NORTHWIND, PartnerType.DISTRIBUTOR, "Northwind",
						"office@northwind.example", "13800000001", PartnerStatus.NORMAL),
				new PartnerStatusChanged(NORTHWIND, NORTHWIND, PartnerStatus.RESTRICTED),
				new MemberChanged(NORTHWIND, NORTHWIND, MANAGER, "lin", "Lin Mei", List.of(Role.ACCOUNT_MANAGER),
						SUPERVISOR, true, "https://idp.example", "lin", "lin@northwind.example", "+8613800000002"),
				new PartnerSettingsChanged(NORTHWIND, NORTHWIND, "office@northwind.example", "13800000001",
						List.of(AssociationType.ADVISORY, AssociationType.RESALE), true, "en"),
				new ResellerReleased(NORTHWIND, RESELLER),
				new ServiceTypeChanged("hws.service.type.ec2", "弹性云服务器", "Elastic Cloud Server", "ECS"),
				new ApiClientCreated(NORTHWIND, NORTHWIND, ACCESS_KEY),
				new ApiClientDisabled(NORTHWIND, NORTHWIND, ACCESS_KEY));
	}

	private static List<Event> customer() {
		return List.of(
				new CustomerPreRegistered(NORTHWIND, NORTHWIND, PRE_REGISTRATION, "Acme", MANAGER,
						Instant.parse("2026-03-16T08:00:00Z")),
				new CustomerPreRegistrationDeleted(NORTHWIND, NORTHWIND, PRE_REGISTRATION),
				new CustomerPreRegistrationRejected(NORTHWIND, NORTHWIND, PRE_REGISTRATION,
						"Direct sales follow the customer"),
				new CustomerPreRegistrationExpired(NORTHWIND, NORTHWIND, PRE_REGISTRATION,
						Instant.parse("2026-03-16T08:00:00Z")),
				new InvitationSent(NORTHWIND, NORTHWIND, INVITATION, PRE_REGISTRATION, AssociationType.RESALE,
						Instant.parse("2026-03-08T08:00:00Z")),
				new CustomerAssociated(NORTHWIND, NORTHWIND, ACME, 1, AssociationType.RESALE, "Acme", "acme", MANAGER,
						PRE_REGISTRATION, START),
				new CustomerAssigned(NORTHWIND, NORTHWIND, ACME, 1, MANAGER, CustomerEvent.AssignmentSource.INVITATION,
						START),
				new DisassociationRequested(NORTHWIND, NORTHWIND, ACME, 1, REQUEST, CustomerEvent.Side.PARTNER),
				new DisassociationRejected(NORTHWIND, NORTHWIND, ACME, 1, REQUEST, CustomerEvent.Outcome.REJECTED),
				new CustomerDisassociated(
						NORTHWIND, NORTHWIND, ACME, 1, AssociationType.RESALE, REQUEST, "The contract ended", END),
				new DisassociationCompleted(NORTHWIND, NORTHWIND, ACME, 1, REQUEST),
				new ModelSwitchRequested(NORTHWIND, NORTHWIND, ACME, 1, REQUEST, CustomerEvent.Side.PARTNER,
						AssociationType.ADVISORY, AssociationType.RESALE),
				new ModelSwitchRejected(NORTHWIND, NORTHWIND, ACME, 1, REQUEST, CustomerEvent.Outcome.CANCELLED),
				new CustomerModelSwitched(NORTHWIND, NORTHWIND, ACME, 1, 2, AssociationType.ADVISORY,
						AssociationType.RESALE, "Acme", "acme", MANAGER, REQUEST, END),
				new ModelSwitchCompleted(NORTHWIND, NORTHWIND, ACME, 1, REQUEST),
				new TransferRequested(NORTHWIND, RESELLER, ACME, 1, REQUEST, NORTHWIND),
				new TransferRejected(NORTHWIND, RESELLER, ACME, 1, REQUEST, CustomerEvent.Outcome.REJECTED),
				new CustomerTransferred(NORTHWIND, NORTHWIND, RESELLER, ACME, 1, 2, AssociationType.RESALE, "Acme",
						"acme", REQUEST, END),
				new TransferCompleted(NORTHWIND, RESELLER, ACME, 1, REQUEST),
				new CustomerFrozen(NORTHWIND, NORTHWIND, ACME, 1, CustomerEvent.FreezeType.ACCOUNT, "NO_BUDGET",
						"system"),
				new CustomerUnfrozen(NORTHWIND, NORTHWIND, ACME, 1, CustomerEvent.FreezeType.ACCOUNT, "lin"),
				new AccountFactsChanged(ACME, "acme", "Acme", "HWC-CN", "acme-group"));
	}

	private static List<Event> coupon() {
		return List.of(new QuotaGranted(NORTHWIND, NORTHWIND, QUOTA, yuan("10000.00"), START, END, CouponType.VOUCHER),
				new QuotaAdjusted(NORTHWIND, NORTHWIND, QUOTA, yuan("12000.00"), yuan("11900.00"), "NORMAL", START,
						END),
				new QuotaExpired(NORTHWIND, NORTHWIND, QUOTA, yuan("11900.00")),
				new QuotaExpiring(NORTHWIND, NORTHWIND, QUOTA, CouponType.VOUCHER, yuan("11900.00"), END),
				new QuotaIssuedToReseller(NORTHWIND, RESELLER, RESELLER_QUOTA, QUOTA, yuan("500.00"), START, END),
				new QuotaReclaimedFromReseller(NORTHWIND, RESELLER, RESELLER_QUOTA, QUOTA, yuan("500.00")),
				new VoucherIssued(NORTHWIND, NORTHWIND, ACME, 1, VOUCHER, QUOTA, yuan("100.00"), START, END),
				new VouchersReclaimed(NORTHWIND, NORTHWIND, ACME, 1, 3,
						List.of(new ReclaimedVoucher(VOUCHER, QUOTA, yuan("100.00")))),
				new CashCouponIssued(NORTHWIND, NORTHWIND, ACME, 1, CASH_COUPON, QUOTA, yuan("80.00"), true, START,
						END),
				new CashCouponsReclaimed(NORTHWIND, NORTHWIND, ACME, 1, 7,
						List.of(new CouponAmount(CASH_COUPON, QUOTA, yuan("80.00")))),
				new CouponLocked(NORTHWIND, NORTHWIND, ACME, VOUCHER, CouponType.VOUCHER, ORDER, yuan("60.00")),
				new CouponUnlocked(NORTHWIND, NORTHWIND, ACME, VOUCHER, CouponType.VOUCHER, ORDER, yuan("60.00")),
				new CouponUsed(NORTHWIND, NORTHWIND, ACME, VOUCHER, CouponType.VOUCHER, ORDER, yuan("60.00"),
						yuan("40.00")),
				new CouponReturned(NORTHWIND, NORTHWIND, ACME, VOUCHER, CouponType.VOUCHER, ORDER, yuan("60.00"), true),
				new CouponsExpired(NORTHWIND, NORTHWIND, ACME, CouponType.VOUCHER,
						List.of(new CouponAmount(VOUCHER, QUOTA, yuan("100.00")))),
				new CouponsExpiring(NORTHWIND, NORTHWIND, ACME, CouponType.VOUCHER,
						List.of(new ExpiringCoupon(VOUCHER, yuan("100.00"), END))),
				new WhitelistImported(NORTHWIND, NORTHWIND, 3, 250),
				new CustomerCouponsReclaimed(NORTHWIND, NORTHWIND, ACME, 1, 1, yuan("100.00")));
	}

	private static List<Event> opportunity() {
		return List.of(new OpportunityCreated(NORTHWIND, NORTHWIND, ACME, OPPORTUNITY, MANAGER, yuan("120000.00")),
				new OpportunityClosed(NORTHWIND, NORTHWIND, ACME, OPPORTUNITY, "CUSTOMER_DISASSOCIATED"),
				new CustomerOpportunitiesClosed(NORTHWIND, NORTHWIND, ACME, 1, 1));
	}

	private static Amount yuan(String amount) {
		return new Amount(amount, "CNY");
	}

	private static UUID id(int number) {
		return UUID.fromString("019c9000-0000-7000-8000-%012d".formatted(number));
	}

}
