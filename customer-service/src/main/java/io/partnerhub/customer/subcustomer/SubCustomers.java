package io.partnerhub.customer.subcustomer;

import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.customer.association.Associations;
import io.partnerhub.customer.association.NewLink;
import io.partnerhub.customer.customer.Customer;
import io.partnerhub.customer.customer.Customers;
import io.partnerhub.customer.customer.NewCustomer;
import io.partnerhub.customer.listing.ListingFilter;
import io.partnerhub.customer.listing.Listings;
import io.partnerhub.customer.member.Sight;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.customer.partner.KnownPartners;
import io.partnerhub.customer.verification.MobileCodes;
import io.partnerhub.platform.Ids;
import io.partnerhub.platform.caller.ActingFor;
import io.partnerhub.platform.caller.Caller;
import io.partnerhub.platform.page.Offset;
import io.partnerhub.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers made by a partner's own platform: recorded and associated at once (INV-11). A
 * password is checked and then handed to nobody: the login belongs to the identity
 * provider, and the hub keeps no passwords.
 */
@Service
class SubCustomers {

	private final Customers customers;

	private final Associations associations;

	private final KnownPartners partners;

	private final MobileCodes codes;

	private final MobileStore mobiles;

	private final Listings listings;

	private final SubCustomerSettings settings;

	SubCustomers(Customers customers, Associations associations, KnownPartners partners, MobileCodes codes,
			MobileStore mobiles, Listings listings, SubCustomerSettings settings) {
		this.customers = customers;
		this.associations = associations;
		this.partners = partners;
		this.codes = codes;
		this.mobiles = mobiles;
		this.listings = listings;
		this.settings = settings;
	}

	/**
	 * Tries the code that was sent to the new customer's mobile number, if he has one
	 * (INV-12). Comes before the registration and outside its transaction: a wrong try
	 * counts.
	 * @return the code that the registration uses up, none without a number
	 */
	@Nullable UUID tryCode(Caller caller, @Nullable String mobile, @Nullable String code) {
		firstTier(caller).require(Permission.DEVELOP_CUSTOMERS);
		String number = AccountRules.mobile(mobile);
		return (number != null) ? this.codes.tried(caller, number, code) : null;
	}

	@Transactional
	Customer create(Caller caller, Order order) {
		firstTier(caller).require(Permission.DEVELOP_CUSTOMERS);
		String name = AccountRules.accountName(order.accountName(), Ids.next());
		String mobile = AccountRules.mobile(order.mobile());
		AccountRules.password(order.password(), name, mobile);
		KnownPartner partner = this.partners.holdStill(actingFor(caller, order.indirectPartnerId()));
		partner.mayWin(order.type());
		refuseTaken(name, order);
		useMobile(mobile, order.code());
		Customer customer = this.customers
			.create(NewCustomer.ofPlatform(name, mobile, order.xaccountId(), order.xaccountType()))
			.orElseThrow(() -> taken(name, order));
		this.customers.lock(customer.id());
		this.associations.begin(new NewLink(partner, customer.id(), customer.displayName(), customer.accountName(),
				order.type(), null, null, null, null, null, caller.subject()));
		return customer;
	}

	@Transactional(readOnly = true)
	Listings.Slice list(Caller caller, ListingFilter filter, @Nullable String indirectPartnerId, Offset page) {
		firstTier(caller).require(Permission.VIEW_CUSTOMERS);
		UUID owner = actingFor(caller, indirectPartnerId);
		Sight sight = owner.equals(caller.owner()) ? Sight.of(caller) : Sight.all(owner);
		return this.listings.slice(sight, filter, page);
	}

	boolean nameIsFree(Caller caller, String name) {
		firstTier(caller).require(Permission.DEVELOP_CUSTOMERS);
		return !this.customers.accountExists(name);
	}

	/** A mobile number belongs to so many accounts and no more. */
	boolean mobileIsFree(Caller caller, String mobile) {
		firstTier(caller).require(Permission.DEVELOP_CUSTOMERS);
		return this.mobiles.accountsOf(mobile, this.settings.accountsPerMobile()) < this.settings.accountsPerMobile();
	}

	/** An e-mail belongs to any number of accounts. */
	boolean emailIsFree(Caller caller) {
		firstTier(caller).require(Permission.DEVELOP_CUSTOMERS);
		return true;
	}

	/** Resellers have no key to these operations. */
	private static Caller firstTier(Caller caller) {
		if (!caller.owner().equals(caller.tenant())) {
			throw Problem.forbidden("ACCESS_DENIED", "Only a first-tier partner may call this operation.");
		}
		return caller;
	}

	/** The caller himself, or the reseller of his whom he names. */
	private UUID actingFor(Caller caller, @Nullable String indirectPartnerId) {
		return ActingFor
			.reseller(caller, indirectPartnerId,
					(id) -> this.partners.find(id)
						.map((partner) -> new ActingFor.Partner(partner.type(), partner.partnerId())))
			.owner();
	}

	private void useMobile(@Nullable String mobile, @Nullable UUID code) {
		if (mobile == null || code == null) {
			return;
		}
		this.mobiles.lockMobile(mobile);
		if (this.mobiles.accountsOf(mobile, this.settings.accountsPerMobile()) >= this.settings.accountsPerMobile()) {
			throw Problem.badRequest("CBC.99000030", "Too many accounts have this mobile number.");
		}
		this.codes.use(code);
	}

	private void refuseTaken(String name, Order order) {
		if (this.customers.xaccountExists(order.xaccountType(), order.xaccountId())
				|| this.customers.accountExists(name)) {
			throw taken(name, order);
		}
	}

	private Problem taken(String name, Order order) {
		return this.customers.xaccountExists(order.xaccountType(), order.xaccountId())
				? Problem.badRequest("CBC.99000039", "The xaccount_id exists already for this xaccount_type.")
				: Problem.badRequest("CBC.99000038", "The account name " + name + " exists already.");
	}

	/**
	 * What the partner's platform asks for.
	 *
	 * @param code the code found right for the mobile number, if there is one
	 */
	record Order(@Nullable String accountName, @Nullable String mobile, @Nullable UUID code, @Nullable String password,
			String xaccountId, String xaccountType, AssociationType type, @Nullable String indirectPartnerId) {
	}

}
