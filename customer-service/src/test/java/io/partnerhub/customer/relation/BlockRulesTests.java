package io.partnerhub.customer.relation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.PartnerType;
import io.partnerhub.customer.association.Association;
import io.partnerhub.customer.fact.AccountFacts;
import io.partnerhub.customer.fact.Flag;
import io.partnerhub.customer.mail.Language;
import io.partnerhub.customer.partner.KnownPartner;
import io.partnerhub.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class BlockRulesTests {

	private static final UUID TENANT = Ids.next();

	private static final Set<AssociationType> BOTH = Set.of(AssociationType.values());

	@ParameterizedTest
	@Tag("DIS-05")
	@CsvSource({ "ARREARS,IS_DEBT", "MASTER_WITH_INDEPENDENT_MEMBERS,MASTER_WITH_INDEPENDENT_MEMBERS",
			"RESERVED_INSTANCE,RESERVED_INSTANCE", "SUPPORT_PLAN,SUPPORT_PLAN", "SPECIAL_CONTRACT,SPECIAL_CONTRACT",
			"ENTERPRISE_MEMBER,ENTERPRISE_MEMBER" })
	void eachFactBlocksEveryKindOfRequest(Flag flag, String code) {
		for (RequestKind kind : RequestKind.values()) {
			Intent intent = intent(kind, AssociationType.RESALE, false, partner(false, BOTH));
			assertThat(BlockRules.of(intent, facts(flag, true))).containsEntry(code, Optional.of(true));
			assertThat(BlockRules.of(intent, facts(flag, false))).containsEntry(code, Optional.of(false));
			assertThat(BlockRules.of(intent, facts(flag, null))).containsEntry(code, Optional.empty());
		}
	}

	@ParameterizedTest
	@Tag("DIS-06")
	@Tag("DIS-10")
	@CsvSource({ "DESIGNATED_CONTRACT,DESIGNATED_CONTRACT", "OWED_INVOICE,OWED_INVOICE",
			"STORED_VALUE_CARD,STORED_VALUE_CARD", "INDEPENDENT_MEMBER,INDEPENDENT_MEMBER", "TOP_UP_BONUS,TOP_UP_BONUS",
			"CREDIT_ACCOUNT,IS_CREDIT_ACCOUNT" })
	void resaleBlocksStandOnlyInTheWayOfResale(Flag flag, String code) {
		KnownPartner partner = partner(false, BOTH);
		assertThat(BlockRules.of(intent(RequestKind.MODEL_SWITCH, AssociationType.ADVISORY, false, partner),
				facts(flag, true)))
			.containsEntry(code, Optional.of(true));
		assertThat(BlockRules.of(intent(RequestKind.MODEL_SWITCH, AssociationType.RESALE, false, partner),
				facts(flag, true)))
			.doesNotContainKey(code);
		assertThat(BlockRules.of(intent(RequestKind.DISASSOCIATION, AssociationType.ADVISORY, false, partner),
				facts(flag, true)))
			.doesNotContainKey(code);
	}

	@ParameterizedTest
	@Tag("DIS-05")
	@EnumSource(RequestKind.class)
	void aFrozenPartnerKeepsHisResaleCustomers(RequestKind kind) {
		KnownPartner frozen = partner(true, BOTH);
		assertThat(BlockRules.of(intent(kind, AssociationType.RESALE, false, frozen), facts(Flag.ARREARS, null)))
			.containsEntry("PARTNER_FROZEN", Optional.of(true));
	}

	@Test
	@Tag("DIS-05")
	void aFrozenPartnerLetsAdvisoryCustomersGoButNotBecomeResale() {
		KnownPartner frozen = partner(true, BOTH);
		assertThat(blocks(RequestKind.DISASSOCIATION, AssociationType.ADVISORY, frozen)).containsEntry("PARTNER_FROZEN",
				Optional.of(false));
		assertThat(blocks(RequestKind.MODEL_SWITCH, AssociationType.ADVISORY, frozen)).containsEntry("PARTNER_FROZEN",
				Optional.of(true));
	}

	@Test
	@Tag("DIS-05")
	void oneFrozenByHandHasToBeUnfrozenFirst() {
		KnownPartner partner = partner(false, BOTH);
		for (boolean frozen : new boolean[] { true, false }) {
			assertThat(BlockRules.of(intent(RequestKind.DISASSOCIATION, AssociationType.RESALE, frozen, partner),
					facts(Flag.ARREARS, null)))
				.containsEntry("MANUALLY_FROZEN", Optional.of(frozen));
		}
	}

	@Test
	@Tag("DIS-06")
	void theNewModelHasToBeOpenToThePartner() {
		assertThat(blocks(RequestKind.MODEL_SWITCH, AssociationType.RESALE,
				partner(false, Set.of(AssociationType.RESALE))))
			.containsEntry("ASSOCIATION_TYPE_NOT_ALLOWED", Optional.of(true));
		assertThat(blocks(RequestKind.MODEL_SWITCH, AssociationType.RESALE, partner(false, BOTH)))
			.containsEntry("ASSOCIATION_TYPE_NOT_ALLOWED", Optional.of(false));
		assertThat(blocks(RequestKind.DISASSOCIATION, AssociationType.RESALE, partner(false, BOTH)))
			.doesNotContainKey("ASSOCIATION_TYPE_NOT_ALLOWED");
	}

	private static Map<String, Optional<Boolean>> blocks(RequestKind kind, AssociationType from, KnownPartner partner) {
		return BlockRules.of(intent(kind, from, false, partner), facts(Flag.ARREARS, null));
	}

	private static Intent intent(RequestKind kind, AssociationType from, boolean frozen, KnownPartner partner) {
		UUID customer = Ids.next();
		AssociationType other = (from == AssociationType.RESALE) ? AssociationType.ADVISORY : AssociationType.RESALE;
		return new Intent(kind,
				new Association(Ids.next(), TENANT, partner.ownerPartnerId(), customer, 1, from, null, Instant.EPOCH),
				new Account(customer, "acme", null, null, frozen), partner,
				(kind == RequestKind.MODEL_SWITCH) ? other : null,
				(kind == RequestKind.TRANSFER) ? partner(false, BOTH) : null);
	}

	private static KnownPartner partner(boolean frozen, Set<AssociationType> types) {
		return new KnownPartner(TENANT, Ids.next(), PartnerType.RESELLER, "P", null, null, frozen, types, false,
				Language.ZH);
	}

	private static AccountFacts facts(Flag flag, @Nullable Boolean value) {
		Map<Flag, @Nullable Boolean> flags = new EnumMap<>(Flag.class);
		flags.put(flag, value);
		return new AccountFacts("acme", null, null, null, null, null, null, null, null, null, null, null, null, null,
				null, flags, Instant.EPOCH);
	}

}
