package io.partnerhub.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;

/** The partners, customers and accounts between which money moves. */
final class Money {

	/** Where money is appropriated. */
	static final String APPROPRIATE = "/api/v1/appropriations";

	/**
	 * The first and the last of the customers whom partner 1 has beside his first ten.
	 */
	static final int FIRST = 10_001;

	static final int LAST = 11_000;

	private static final int PARTNERS = 1000;

	private Money() {
	}

	/** Fills a migrated database. */
	static void fill(Connection database) throws IOException, SQLException {
		Coupons.execute(database, Coupons.text("/money.sql"));
	}

	static Caller finance(int partner) {
		return Caller.member("finance", Coupons.id(1, partner), Coupons.id(1, partner), PartnerType.DISTRIBUTOR,
				Coupons.id(4, partner), Set.of(Role.FINANCE_OPERATOR),
				Set.of(Permission.VIEW_BALANCE, Permission.APPROPRIATE), DataScope.ALL);
	}

	/** Ten customers of each partner. */
	static List<String> everywhere(Service service) {
		List<String> targets = new ArrayList<>();
		for (int customer = 1; customer < FIRST; customer++) {
			targets.add(target(service, (customer - 1) % PARTNERS + 1, customer));
		}
		return targets;
	}

	/** All from the account of partner 1. */
	static List<String> fromOneAccount(Service service) {
		List<String> targets = new ArrayList<>();
		for (int customer = FIRST; customer <= LAST; customer++) {
			targets.add(target(service, 1, customer));
		}
		return targets;
	}

	private static String target(Service service, int partner, int customer) {
		return service.token(finance(partner)) + "\t{\"customerId\":\"" + Coupons.id(3, customer)
				+ "\",\"amount\":{\"amount\":\"0.01\",\"currency\":\"CNY\"}}";
	}

}
