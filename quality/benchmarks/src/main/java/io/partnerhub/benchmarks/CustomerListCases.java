package io.partnerhub.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.DataScope;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.contracts.Permission;
import io.partnerhub.contracts.Role;
import io.partnerhub.platform.caller.Caller;

import static io.partnerhub.benchmarks.CustomerListCase.infix;
import static io.partnerhub.benchmarks.CustomerListCase.page;
import static io.partnerhub.benchmarks.CustomerListCase.vendor;

/** The pages that are measured: every filter, common values and rare ones. */
final class CustomerListCases {

	static final UUID OWNER = UUID.fromString("00000000-0000-7000-8000-000000000001");

	private static final UUID MANAGER = UUID.fromString("00000000-0000-7000-8000-0000000a0064");

	private static final UUID SUPERVISOR = UUID.fromString("00000000-0000-7000-8000-0000000b0001");

	private static final Caller ADMIN = member("admin", UUID.fromString("00000000-0000-7000-8000-0000000c0001"),
			Role.SYSTEM_ADMIN, DataScope.ALL);

	private static final Caller AM = member("manager-100", MANAGER, Role.ACCOUNT_MANAGER, DataScope.OWN);

	private static final Caller LEAD = member("supervisor", SUPERVISOR, Role.ACCOUNT_MANAGER_SUPERVISOR,
			DataScope.TEAM);

	private static final String HIS = "l.account_manager_id = '" + MANAGER + "'";

	private static final String TEAM = "l.account_manager_id in (select member_id from known_member where supervisor_id = '"
			+ SUPERVISOR + "')";

	private static final String NAMED = "l.name_trigrams @> trigrams(?) and l.name_key like '%' || ? || '%'";

	private static final String CALLED = "l.account_trigrams @> trigrams(?) and l.account_key like '%' || ? || '%'";

	static final List<CustomerListCase> ALL = List.of(page("no filter", ADMIN, "", "''", "? = ''"),
			page("no filter, revealed and recorded", ADMIN, "reveal=customerName,mobile", "''", "? = ''"),
			page("a page deep in the list", ADMIN, "cursor={}", "l.customer_id",
					"(l.associated_at, l.customer_id) < (select associated_at, customer_id from customer_listing "
							+ "where customer_id = ?::uuid)"),
			page("customerId", ADMIN, "customerId={}", "l.customer_id", "l.customer_id = ?::uuid"),
			page("associationType (half)", ADMIN, "associationType={}", "l.association_type", "l.association_type = ?"),
			page("frozen (1 %)", ADMIN, "frozen=ACCOUNT", "'1'", "l.frozen = ?::smallint"),
			page("label (10 %)", ADMIN, "label=VIP", "'VIP'", "l.label = ?"),
			page("label (rare)", ADMIN, "label={}", "l.label", "l.label = ?"),
			page("email", ADMIN, "email={}", "l.email", "l.email_key = ?"),
			page("mobile", ADMIN, "mobile={}", "substr(l.mobile, 4)", "l.mobile = '+86' || ?"),
			page("accountManagerId", ADMIN, "accountManagerId={}", "l.account_manager_id",
					"l.account_manager_id = ?::uuid"),
			page("unassigned (20 %)", ADMIN, "unassigned=true", "''", "l.account_manager_id is null and ? = ''"),
			page("availableQuota=ARREARS (1 %)", ADMIN, "availableQuota=ARREARS", "'ARREARS'", "l.available_quota = ?"),
			page("associatedTo", ADMIN, "associatedTo={}",
					"to_char(l.associated_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')",
					"l.associated_at < ?::timestamptz"),
			page("minMonthExpenditure (0.1 %)", ADMIN, "minMonthExpenditure=99900", "'9990000'",
					"l.expenditure_month is not null and l.month_expenditure_minor >= ?::bigint"),
			page("resourcesExpireBefore (0.2 %)", ADMIN, "resourcesExpireBefore=2030-01-02T00:00:00Z",
					"'2030-01-02T00:00:00Z'", "l.resources_expire_at < ?::timestamptz"),
			page("customerName prefix (10 %)", ADMIN, "customerName={}", "left(l.customer_name, 2)",
					"l.name_key like ? || '%'"),
			page("customerName prefix (rare)", ADMIN, "customerName={}", "left(l.customer_name, 4)",
					"l.name_key like ? || '%'"),
			page("accountName prefix (6 %)", ADMIN, "accountName={}", "left(l.account_name, 1)",
					"l.account_key like ? || '%'"),
			page("accountName prefix (0.4 %)", ADMIN, "accountName={}", "left(l.account_name, 2)",
					"l.account_key like ? || '%'"),
			page("accountName prefix (rare)", ADMIN, "accountName={}", "left(l.account_name, 7)",
					"l.account_key like ? || '%'"),
			page("type + label (rare)", ADMIN, "associationType=RESALE&label={}", "l.label",
					"l.association_type = 'RESALE' and l.label = ?"),
			page("type + frozen + VIP (0.5 %)", ADMIN, "associationType=ADVISORY&frozen=ACCOUNT&label=VIP", "'VIP'",
					"l.association_type = 'ADVISORY' and l.frozen = 1 and l.label = ?"),
			page("type + quota + accountName prefix", ADMIN,
					"associationType=RESALE&availableQuota=ARREARS&accountName={}", "left(l.account_name, 1)",
					"l.association_type = 'RESALE' and l.available_quota = 'ARREARS' and l.account_key like ? || '%'"),
			page("manager + customerName prefix", ADMIN, "accountManagerId=" + MANAGER + "&customerName={}",
					"left(l.customer_name, 2)", HIS + " and l.name_key like ? || '%'"),
			page("account manager's own", AM, "", "''", HIS + " and ? = ''"),
			page("own + label (10 %)", AM, "label=VIP", "'VIP'", HIS + " and l.label = ?"),
			page("own + customerName prefix", AM, "customerName={}", "left(l.customer_name, 2)",
					HIS + " and l.name_key like ? || '%'"),
			page("team of 20", LEAD, "", "''", TEAM + " and ? = ''"),
			page("team + label (rare)", LEAD, "label={}", "l.label", TEAM + " and l.label = ?"),
			infix("customerName infix (all)", ADMIN, "customerNameContains={}", "right(l.customer_name, 4)", NAMED),
			infix("customerName infix (rare)", ADMIN, "customerNameContains={}", "substr(l.customer_name, 3, 3)",
					NAMED),
			infix("accountName infix (0.2 %)", ADMIN, "accountNameContains={}", "substr(l.account_name, 3, 3)", CALLED),
			infix("accountName infix (rare)", ADMIN, "accountNameContains={}", "substr(l.account_name, 3, 7)", CALLED),
			infix("own + accountName infix", AM, "accountNameContains={}", "substr(l.account_name, 3, 3)",
					HIS + " and " + CALLED),
			vendor("open API: first page with count of all", ADMIN, "{}", "''", "? = ''"),
			vendor("open API: 10,000 rows down", ADMIN, "{\"offset\":9000}", "''", "? = ''"),
			vendor("open API: one customer", ADMIN, "{\"customer_id\":\"{}\"}", "l.customer_id",
					"l.customer_id = ?::uuid"),
			vendor("open API: account_name rare", ADMIN, "{\"account_name\":\"{}\"}", "substr(l.account_name, 3, 7)",
					CALLED));

	private CustomerListCases() {
	}

	private static Caller member(String login, UUID id, Role role, DataScope scope) {
		return Caller.member(login, OWNER, OWNER, PartnerType.DISTRIBUTOR, id, Set.of(role),
				Set.of(Permission.VIEW_CUSTOMERS, Permission.REVEAL_PERSONAL_DATA), scope);
	}

}
