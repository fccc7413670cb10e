package io.partnerhub.customer.association;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.association.Candidate.Occasion;
import io.partnerhub.customer.check.Check;
import io.partnerhub.customer.check.Check.State;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Who cannot be associated at all (ASC-02), and who cannot be a resale customer (ASC-03).
 * Every rule answers every time, so that all that stands in the way shows at once
 * (ASC-04).
 */
final class AssociationRules {

	private static final String TOO_OLD = "ACCOUNT_TOO_OLD";

	private static final List<Rule> RULES = List.of(any("OTHER_SITE", Flag.OTHER_SITE),
			any("ALREADY_ASSOCIATED", AssociationRules::alreadyAssociated),
			any("PARTNER_OR_APPLICANT", Flag.PARTNER_OR_APPLICANT),
			any("PRE_REGISTERED_ELSEWHERE", AssociationRules::preRegisteredElsewhere),
			any("GOVERNMENT_SUBSIDY", Flag.GOVERNMENT_SUBSIDY), any("REWARD_PROMOTION", Flag.REWARD_PROMOTION),
			any("CONSUMER_CLOUD_USER", Flag.CONSUMER_CLOUD_USER), any(TOO_OLD, AssociationRules::accountTooOld),
			any("CASH_CONSUMPTION", AssociationRules::cashConsumption), any("IS_DEBT", Flag.ARREARS),
			any("UNIFIED_ACCOUNTING_MEMBER", Flag.UNIFIED_ACCOUNTING_MEMBER),
			any("INTERNAL_ACCOUNT", Flag.INTERNAL_ACCOUNT), any("SPECIAL_CONTRACT", Flag.SPECIAL_CONTRACT),
			resale("DESIGNATED_CONTRACT", Flag.DESIGNATED_CONTRACT),
			resale("RESERVED_INSTANCE", Flag.RESERVED_INSTANCE), resale("OWED_INVOICE", Flag.OWED_INVOICE),
			resale("STORED_VALUE_CARD", Flag.STORED_VALUE_CARD),
			resale("MASTER_WITH_INDEPENDENT_MEMBERS", Flag.MASTER_WITH_INDEPENDENT_MEMBERS),
			resale("INDEPENDENT_MEMBER", Flag.INDEPENDENT_MEMBER), resale("TOP_UP_BONUS", Flag.TOP_UP_BONUS),
			resale("IS_CREDIT_ACCOUNT", Flag.CREDIT_ACCOUNT));

	private AssociationRules() {
	}

	/** All checks, in one order, with billing's answers among them. */
	static List<Check> examine(Case found, List<Check> billing) {
		AssociationType type = found.candidate().type();
		return worst(List.of(RULES.stream()
			.filter((rule) -> rule.appliesTo(type))
			.map((rule) -> rule.verdict().apply(rule.code(), found))
			.toList(), billing.stream().filter((check) -> concerns(type, check)).toList()));
	}

	/** One list of several, in which the gravest finding stands under every code. */
	static List<Check> worst(List<List<Check>> findings) {
		Map<String, Check> byCode = new LinkedHashMap<>();
		findings.stream().flatMap(List::stream).forEach((check) -> byCode.merge(check.code(), check, Check::orWorse));
		return List.copyOf(byCode.values());
	}

	/** Whether the account's age is all that stands in the way. */
	static boolean isTooOldOnly(List<Check> findings) {
		return findings.stream()
			.filter((check) -> check.is(State.FAILED))
			.map(Check::code)
			.toList()
			.equals(List.of(TOO_OLD));
	}

	/** A customer has one partner at a time (ASC-01). */
	static Check alreadyAssociated() {
		return Check.failed("ALREADY_ASSOCIATED", "The customer is associated with a partner already.", Map.of());
	}

	/** Codes of all checks of a model. */
	static Stream<String> codes(AssociationType type) {
		return RULES.stream().filter((rule) -> rule.appliesTo(type)).map(Rule::code);
	}

	/** An advisory customer's money stays as it is (ASC-06): nothing but debt matters. */
	private static boolean concerns(AssociationType type, Check billing) {
		return type == AssociationType.RESALE || billing.is(State.UNKNOWN)
				|| codes(type).anyMatch(billing.code()::equals);
	}

	private static Check alreadyAssociated(String code, Case found) {
		return (found.standing().partner() == null) ? Check.passed(code) : alreadyAssociated();
	}

	private static Check preRegisteredElsewhere(String code, Case found) {
		if (found.standing().preRegisteredElsewhere()) {
			return Check.failed(code, "Another partner has pre-registered the customer.", Map.of("by", "PARTNER"));
		}
		return judge(code, found.is(Flag.VENDOR_PRE_REGISTERED), "The vendor has pre-registered the customer.",
				Map.of("by", "VENDOR"));
	}

	/** An account exactly as old as it may be is young still. */
	private static Check accountTooOld(String code, Case found) {
		Instant registeredAt = found.registeredAt();
		if (found.isOurs()) {
			return Check.passed(code);
		}
		if (registeredAt == null) {
			return Check.unknown(code, "Nobody has told when the account was opened.");
		}
		return found.now().isAfter(registeredAt.plus(found.newAccount())) ? Check.failed(code,
				"The account is older than " + found.newAccount().toDays()
						+ " days and the partner has not pre-registered the customer.",
				Map.of("registeredAt", registeredAt)) : Check.passed(code);
	}

	private static Check cashConsumption(String code, Case found) {
		return found.isOurs() ? Check.passed(code) : judge(code, found.is(Flag.CASH_CONSUMPTION),
				"The account has consumed for cash and the partner has not pre-registered the customer.", Map.of());
	}

	private static Check judge(String code, Optional<Boolean> bad, String detail, Map<String, Object> facts) {
		return bad.map((yes) -> yes ? Check.failed(code, detail, facts) : Check.passed(code))
			.orElseGet(() -> Check.unknown(code, "The vendor has not told."));
	}

	private static Rule any(String code, Flag flag) {
		return any(code, (ignored, found) -> judge(code, found.is(flag), "The vendor says so.", Map.of()));
	}

	private static Rule any(String code, BiFunction<String, Case, Check> verdict) {
		return new Rule(code, EnumSet.allOf(AssociationType.class), verdict);
	}

	private static Rule resale(String code, Flag flag) {
		return new Rule(code, Set.of(AssociationType.RESALE), any(code, flag).verdict());
	}

	private record Rule(String code, Set<AssociationType> types, BiFunction<String, Case, Check> verdict) {

		boolean appliesTo(AssociationType type) {
			return this.types.contains(type);
		}

	}

	/**
	 * Everything there is to know about a candidate at one moment.
	 *
	 * @param newAccount how old his account may be without a pre-registration
	 */
	record Case(Candidate candidate, AccountFacts facts, Standing standing, Duration newAccount, Instant now) {

		/** What the vendor told; an account opened at this moment has nothing yet. */
		Optional<Boolean> is(Flag flag) {
			Optional<Boolean> told = this.facts.is(flag);
			return (this.candidate.occasion() == Occasion.CREATION) ? told.or(() -> Optional.of(false)) : told;
		}

		/** Won by a pre-registration of this partner. */
		boolean isOurs() {
			return this.candidate.invited() || this.standing.preRegistered();
		}

		/** The vendor knows best, then the identity provider, then the hub. */
		@Nullable Instant registeredAt() {
			Instant told = this.facts.registeredAt();
			Instant opened = (this.candidate.occasion() == Occasion.CREATION) ? this.now : this.candidate.openedAt();
			return (told != null) ? told : opened;
		}

	}

}
