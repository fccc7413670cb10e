package io.partnerhub.gateway.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.partnerhub.gateway.peer.Service;

/**
 * Which service answers which path. What is not listed is not reachable from outside,
 * least of all {@code /internal} and {@code /actuator} of a service. Compared with the
 * raw path: an encoded spelling of a prefix is another path.
 */
public final class PathTable {

	private static final Map<Service, List<String>> PREFIXES = Map.of(Service.PROGRAM,
			List.of("/api/v1/partners", "/api/v1/members", "/api/v1/credentials", "/api/v1/resellers",
					"/api/v1/vendor/partners", "/api/v1/vendor/credentials", "/api/v1/service-types",
					"/api/v1/vendor/service-types", "/api/v1/incentive-policies", "/api/v1/vendor/incentive-policies",
					"/v2/products/incentive-discount-policies"),
			Service.CUSTOMER,
			List.of("/api/v1/pre-registrations", "/api/v1/invitations", "/api/v1/invitation-links", "/api/v1/customers",
					"/api/v1/disassociations", "/api/v1/model-switches", "/api/v1/transfers",
					"/api/v1/association-records", "/api/v1/verification-codes", "/api/v1/my/partner",
					"/api/v1/notices", "/api/v1/my/notices", "/api/v1/vendor/customer-facts",
					"/api/v1/vendor/customer-resources", "/api/v1/vendor/pre-registrations",
					"/v2/partners/sub-customers", "/v2/bases/verificationcode"),
			Service.COUPON,
			List.of("/api/v1/voucher-quotas", "/api/v1/vouchers", "/api/v1/voucher-records", "/api/v1/voucher-batches",
					"/api/v1/voucher-issues", "/api/v1/voucher-reclamations", "/api/v1/voucher-record-exports",
					"/api/v1/coupon-operations", "/api/v1/reseller-quotas", "/api/v1/reseller-quota-records",
					"/api/v1/cash-coupons", "/api/v1/cash-coupon-quotas", "/api/v1/cash-coupon-records",
					"/api/v1/whitelist", "/api/v1/my/vouchers", "/api/v1/my/cash-coupons", "/api/v1/my/coupons",
					"/api/v1/vendor/quotas", "/api/v1/vendor/quota-differences", "/api/v1/vendor/voucher-quotas",
					"/api/v1/vendor/cash-coupon-quotas", "/v2/partners/coupon-quotas",
					"/v2/partners/issued-coupon-quotas", "/v2/promotions/benefits", "/v2/products/service-types"),
			Service.BILLING,
			List.of("/api/v1/accounts", "/api/v1/appropriations", "/api/v1/appropriation-batches",
					"/api/v1/appropriation-exports", "/api/v1/balance-reclamations",
					"/api/v1/balance-reclamation-batches", "/api/v1/reseller-appropriations",
					"/api/v1/reseller-balance-reclamations", "/api/v1/balance-alert", "/api/v1/my/accounts",
					"/api/v1/vendor/top-ups", "/api/v1/vendor/credit-lines", "/api/v1/vendor/account-postings",
					"/api/v1/vendor/entries", "/api/v1/vendor/trial-balance", "/api/v1/vendor/ledger-differences",
					"/api/v1/withdrawable-amount", "/api/v1/withdrawals", "/api/v1/top-up-flows",
					"/api/v1/top-up-claims", "/api/v1/dedicated-account", "/api/v1/vendor/top-up-claims",
					"/api/v1/vendor/incoming-transfers", "/api/v1/vendor/payment-agreements", "/api/v1/vendor/payees",
					"/api/v1/vendor/unposted-flows", "/api/v1/vendor/withdrawals", "/api/v1/vendor/bank-results",
					"/v2/accounts", "/v3/accounts", "/api/v1/account-statements", "/api/v1/invoice-files",
					"/api/v1/customer-invoices", "/api/v1/customer-invoiceable-amounts", "/api/v1/my/invoices",
					"/api/v1/my/invoiceable-amounts", "/api/v1/payment-orders", "/api/v1/vendor/invoice-files",
					"/api/v1/vendor/invoiceable-amounts", "/api/v1/vendor/payment-orders",
					"/api/v1/vendor/incentive-invoices", "/api/v1/invoices", "/api/v1/owed-invoices",
					"/api/v1/invoiceable-orders", "/api/v1/vendor/invoices", "/api/v1/vendor/owed-invoices",
					"/api/v1/vendor/billed-orders", "/api/v1/vendor/billed-order-refunds", "/api/v1/consumption",
					"/api/v1/performance", "/api/v1/performance-sheets", "/api/v1/vendor/consumption",
					"/api/v1/vendor/consumption-files", "/api/v1/vendor/sub-accounts", "/v2/bills", "/api/v1/bills",
					"/api/v1/dashboards", "/api/v1/consumption-subscription", "/api/v1/consumption-exports",
					"/api/v1/vendor/billing-terms", "/api/v1/vendor/partner-charges", "/api/v1/vendor/bills",
					"/api/v1/incentives", "/api/v1/vendor/incentives", "/api/v1/vendor/payout-facts",
					"/api/v1/incentive-payouts", "/api/v1/incentive-auto-apply", "/api/v1/vendor/incentive-payouts",
					"/api/v1/orders", "/api/v1/order-lines", "/api/v1/order-line-exports",
					"/api/v1/order-reveal-records", "/api/v1/order-rejections", "/api/v1/my/orders",
					"/api/v1/vendor/provider-results", "/api/v1/order-refunds", "/api/v1/my/order-refunds",
					"/api/v1/vendor/order-refunds", "/api/v1/vendor/orders", "/v2/orders", "/v3/orders"),
			Service.OPPORTUNITY, List.of("/api/v1/opportunities"));

	private static final String INVITATION = "/api/v1/invitations/by-token/";

	private PathTable() {
	}

	public static Optional<Service> find(String path) {
		return PREFIXES.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().stream().anyMatch((prefix) -> under(prefix, path)))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Who follows the link of an invitation has no account yet. */
	public static boolean isPublic(String method, String path) {
		return method.equals("GET") && path.startsWith(INVITATION) && path.indexOf('/', INVITATION.length()) < 0;
	}

	private static boolean under(String prefix, String path) {
		return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
	}

}
