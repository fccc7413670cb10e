package io.partnerhub.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;

/** The partners, quotas and customers that vouchers are issued to and read of. */
final class Coupons {

	static final int PARTNERS = 1000;

	/** Where vouchers are issued. */
	static final String ISSUE = "/api/v1/vouchers";

	/** Customers whom partner 1 has beside his first ten. */
	private static final int MORE = 1000;

	private Coupons() {
	}

	static UUID id(int kind, long number) {
		return UUID.fromString("00000000-0000-7000-8%03x-%012x".formatted(kind, number));
	}

	static Caller administrator(int partner) {
		return Caller.member("admin", id(1, partner), id(1, partner), PartnerType.DISTRIBUTOR, id(4, partner),
				Set.of(Role.SYSTEM_ADMIN),
				Set.of(Permission.VIEW_COUPONS, Permission.ISSUE_VOUCHERS, Permission.RECLAIM_VOUCHERS), DataScope.ALL);
	}

	/** Fills a migrated database. */
	static void fill(Connection database) throws IOException, SQLException {
		execute(database, text("/coupons.sql"));
	}

	static void execute(Connection database, String script) throws SQLException {
		try (Statement statement = database.createStatement()) {
			for (String sql : script.split(";\n", -1)) {
				if (!sql.isBlank()) {
					statement.execute(sql);
				}
			}
		}
	}

	/** One voucher each for the customers of all partners but the first. */
	static List<String> everywhere(Service service, int firstPartner) {
		List<String> targets = new ArrayList<>();
		for (int customer = 1; customer <= 10 * PARTNERS; customer++) {
			int partner = (customer - 1) % PARTNERS + 1;
			if (partner >= firstPartner) {
				targets.add(target(service, partner, customer));
			}
		}
		return targets;
	}

	/** All from the quota of partner 1. */
	static List<String> onOneQuota(Service service) {
		List<String> targets = new ArrayList<>();
		for (int customer = 10 * PARTNERS + 1; customer <= 10 * PARTNERS + MORE; customer++) {
			targets.add(target(service, 1, customer));
		}
		return targets;
	}

	static String text(String resource) throws IOException {
		try (InputStream script = Coupons.class.getResourceAsStream(resource)) {
			return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String target(Service service, int partner, int customer) {
		return service.token(administrator(partner)) + "\t{\"quotaId\":\"" + id(2, partner) + "\",\"customerIds\":[\""
				+ id(3, customer) + "\"],\"faceValue\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}";
	}

}
