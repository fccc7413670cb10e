package io.partnerhub.customer.association;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.AssociationRules.Case;
import io.partnerhub.customer.account.Account;
import io.partnerhub.customer.account.Identity;
import io.partnerhub.customer.association.Candidate.Occasion;
import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class AssociationRulesTests {

	private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

	private static final UUID PARTNER = Ids.next();

	private static final Standing FREE = new Standing(null, false, false);

	private AssociationType type = AssociationType.RESALE;

	private Occasion occasion = Occasion.ACCEPTANCE;

	private Standing standing = FREE;

	private boolean invited;

	private @Nullable Instant openedAt;

	private @Nullable Instant registeredAt = NOW.minus(Duration.ofDays(1));

	private final Map<Flag, @Nullable Boolean> flags = new EnumMap<>(Flag.class);

	@ParameterizedTest
	@Tag("ASC-02")
	@CsvSource({ "OTHER_SITE, OTHER_SITE", "PARTNER_OR_APPLICANT, PARTNER_OR_APPLICANT",
			"PRE_REGISTERED_ELSEWHERE, VENDOR_PRE_REGISTERED", "GOVERNMENT_SUBSIDY, GOVERNMENT_SUBSIDY",
			"REWARD_PROMOTION, REWARD_PROMOTION", "CONSUMER_CLOUD_USER, CONSUMER_CLOUD_USER",
			"CASH_CONSUMPTION, CASH_CONSUMPTION", "IS_DEBT, ARREARS",
			"UNIFIED_ACCOUNTING_MEMBER, UNIFIED_ACCOUNTING_MEMBER", "INTERNAL_ACCOUNT, INTERNAL_ACCOUNT",
			"SPECIAL_CONTRACT, SPECIAL_CONTRACT" })
	void excludesFromBothModels(String code, Flag flag) {
		everythingIsFine();
		this.flags.put(flag, true);
		for (AssociationType model : AssociationType.values()) {
			this.type = model;
			assertThat(failed()).containsExactly(code);
		}
	}

	@ParameterizedTest
	@Tag("ASC-03")
	@Tag("ASC-06")
	@CsvSource({ "DESIGNATED_CONTRACT, DESIGNATED_CONTRACT", "RESERVED_INSTANCE, RESERVED_INSTANCE",
			"OWED_INVOICE, OWED_INVOICE", "STORED_VALUE_CARD, STORED_VALUE_CARD",
			"MASTER_WITH_INDEPENDENT_MEMBERS, MASTER_WITH_INDEPENDENT_MEMBERS",
			"INDEPENDENT_MEMBER, INDEPENDENT_MEMBER", "TOP_UP_BONUS, TOP_UP_BONUS",
			"IS_CREDIT_ACCOUNT, CREDIT_ACCOUNT" })
	void excludesFromResaleOnly(String code, Flag flag) {
		everythingIsFine();
		this.flags.put(flag, true);
		assertThat(failed()).containsExactly(code);
		this.type = AssociationType.ADVISORY;
		assertThat(examine()).extracting(Check::code).doesNotContain(code);
		assertThat(failed()).isEmpty();
	}

	@ParameterizedTest
	@Tag("CUS-02")
	@EnumSource(AssociationType.class)
	void leavesOpenWhatNobodyHasTold(AssociationType model) {
		this.type = model;
		this.registeredAt = null;
		assertThat(examine()).filteredOn((check) -> !check.is(State.UNKNOWN))
			.extracting(Check::code)
			.containsExactly("ALREADY_ASSOCIATED");
		assertThat(failed()).isEmpty();
	}

	@Test
	@Tag("INV-11")
	void knowsThatAnAccountOpenedNowHasNothingYet() {
		this.occasion = Occasion.CREATION;
		this.registeredAt = null;
		assertThat(examine()).allMatch((check) -> check.is(State.PASSED));
		this.flags.put(Flag.INTERNAL_ACCOUNT, true);
		assertThat(failed()).containsExactly("INTERNAL_ACCOUNT");
	}

	@Test
	@Tag("ASC-01")
	void excludesWhoHasAPartner() {
		everythingIsFine();
		this.standing = new Standing(Ids.next(), false, false);
		assertThat(failed()).containsExactly("ALREADY_ASSOCIATED");
		this.standing = new Standing(PARTNER, false, false);
		assertThat(failed()).containsExactly("ALREADY_ASSOCIATED");
	}

	@Test
	@Tag("ASC-02")
	void excludesWhomAnotherPartnerHasReserved() {
		everythingIsFine();
		this.standing = new Standing(null, false, true);
		assertThat(failed()).containsExactly("PRE_REGISTERED_ELSEWHERE");
		assertThat(examine()).filteredOn((check) -> check.is(State.FAILED))
			.singleElement()
			.extracting(Check::facts)
			.isEqualTo(Map.of("by", "PARTNER"));
	}

	@ParameterizedTest
	@Tag("ASC-02")
	@CsvSource({ "604799, ''", "604800, ''", "604801, ACCOUNT_TOO_OLD" })
	void takesUnreservedAccountsOfSevenDays(long seconds, String failure) {
		everythingIsFine();
		this.registeredAt = NOW.minusSeconds(seconds);
		assertThat(String.join("", failed())).isEqualTo(failure);
		this.registeredAt = null;
		this.openedAt = NOW.minusSeconds(seconds);
		assertThat(String.join("", failed())).isEqualTo(failure);
	}

	@Test
	@Tag("ASC-02")
	void believesTheVendorBeforeTheIdentityProvider() {
		everythingIsFine();
		this.registeredAt = NOW.minus(Duration.ofDays(1));
		this.openedAt = NOW.minus(Duration.ofDays(8));
		assertThat(failed()).isEmpty();
		this.registeredAt = NOW.minus(Duration.ofDays(8));
		this.openedAt = NOW.minus(Duration.ofDays(1));
		assertThat(failed()).containsExactly("ACCOUNT_TOO_OLD");
	}

	@Test
	@Tag("ASC-02")
	void letsAPreRegistrationOfOnesOwnExcuseAgeAndCash() {
		everythingIsFine();
		this.registeredAt = NOW.minus(Duration.ofDays(800));
		this.flags.put(Flag.CASH_CONSUMPTION, true);
		assertThat(failed()).containsExactly("ACCOUNT_TOO_OLD", "CASH_CONSUMPTION");
		this.invited = true;
		assertThat(failed()).isEmpty();
		this.invited = false;
		this.standing = new Standing(null, true, false);
		assertThat(failed()).isEmpty();
	}

	@Test
	@Tag("ASC-04")
	void showsAllFailuresAtOnce() {
		everythingIsFine();
		this.flags.put(Flag.ARREARS, true);
		this.flags.put(Flag.STORED_VALUE_CARD, true);
		this.standing = new Standing(Ids.next(), false, true);
		assertThat(failed()).containsExactly("ALREADY_ASSOCIATED", "PRE_REGISTERED_ELSEWHERE", "IS_DEBT",
				"STORED_VALUE_CARD");
		assertThat(examine()).hasSize(21).extracting(Check::code).doesNotHaveDuplicates();
	}

	@Test
	@Tag("ASC-04")
	void mergesWhatBillingSays() {
		everythingIsFine();
		Check debt = Check.failed("IS_DEBT", "12.30 owed", Map.of("arrears", "12.30"));
		assertThat(examine(debt, Check.passed("OWN_CASH"))).contains(debt).hasSize(22);
		this.flags.remove(Flag.ARREARS);
		assertThat(examine(Check.passed("IS_DEBT"))).filteredOn((check) -> check.code().equals("IS_DEBT"))
			.singleElement()
			.matches((check) -> check.is(State.UNKNOWN));
		this.flags.put(Flag.ARREARS, true);
		assertThat(examine(Check.passed("IS_DEBT"))).filteredOn((check) -> check.is(State.FAILED))
			.extracting(Check::code)
			.containsExactly("IS_DEBT");
	}

	@Test
	@Tag("ASC-06")
	void asksAnAdvisoryCustomerForNothingButHisDebt() {
		everythingIsFine();
		this.type = AssociationType.ADVISORY;
		Check credit = Check.failed("IS_CREDIT_ACCOUNT", "credit", Map.of());
		Check debt = Check.failed("IS_DEBT", "debt", Map.of());
		Check missing = Check.unknown("BILLING_UNREACHABLE", "missing");
		assertThat(examine(credit, debt, missing)).contains(debt, missing).doesNotContain(credit);
	}

	@Test
	void keepsTheWorstOfSeveralAccounts() {
		List<Check> worst = AssociationRules
			.worst(List.of(List.of(Check.passed("A"), Check.unknown("B", "?"), Check.failed("C", "no", Map.of())),
					List.of(Check.unknown("A", "?"), Check.failed("B", "no", Map.of()), Check.passed("C"))));
		assertThat(worst).extracting(Check::code).containsExactly("A", "B", "C");
		assertThat(worst).extracting(Check::state).containsExactly(State.UNKNOWN, State.FAILED, State.FAILED);
	}

	private void everythingIsFine() {
		Stream.of(Flag.values()).forEach((flag) -> this.flags.put(flag, false));
	}

	private List<String> failed() {
		return examine().stream().filter((check) -> check.is(State.FAILED)).map(Check::code).toList();
	}

	private List<Check> examine(Check... billing) {
		Account account = new Account(null, "acme", null, List.of(), List.of(), Identity.NONE, this.openedAt);
		Candidate candidate = new Candidate(PARTNER, this.type, this.occasion, account, Identity.NONE, this.invited);
		AccountFacts facts = new AccountFacts("acme", null, null, this.registeredAt, null, null, null, null, null, null,
				null, null, null, null, null, this.flags, NOW);
		return AssociationRules.examine(new Case(candidate, facts, this.standing, Duration.ofDays(7), NOW),
				List.of(billing));
	}

}
