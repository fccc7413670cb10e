package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.partnerhub.customer.privacy.PersonalField;
import io.partnerhub.customer.privacy.Reveal;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the association records (关联关系操作记录): a link that began, or a request to
 * change or end one. A link begins on the partner's initiative and with the customer's
 * consent. Who did it by name is for the partner to see, and masked unless revealed
 * (X-03).
 *
 * @param unknownChecks checks nobody could answer when the link began (CUS-02)
 */
@Schema(name = "AssociationRecord")
record AssociationRecord(UUID id, Kind kind, Side initiator, UUID customerId, String accountName, UUID partnerId,
		String partnerName, int epoch, @Nullable AssociationType fromType, @Nullable AssociationType toType,
		@Nullable String reason,
		@Schema(description = "DONE, or the state of the request", example = "DONE") String state, Instant createdAt,
		@Nullable @Schema(description = "Masked unless revealed", example = "l***") String createdBy,
		@Nullable Instant decidedAt,
		@Nullable @Schema(description = "Masked unless revealed", example = "l***") String decidedBy,
		List<String> unknownChecks) {

	/** What can be revealed of a record. */
	static final PersonalField[] PERSONAL = { PersonalField.CREATED_BY, PersonalField.DECIDED_BY };

	AssociationRecord shown(Reveal reveal) {
		return by(reveal.show(PersonalField.CREATED_BY, this.createdBy),
				reveal.show(PersonalField.DECIDED_BY, this.decidedBy));
	}

	AssociationRecord withoutNames() {
		return by(null, null);
	}

	private AssociationRecord by(@Nullable String createdBy, @Nullable String decidedBy) {
		return new AssociationRecord(this.id, this.kind, this.initiator, this.customerId, this.accountName,
				this.partnerId, this.partnerName, this.epoch, this.fromType, this.toType, this.reason, this.state,
				this.createdAt, createdBy, this.decidedAt, decidedBy, this.unknownChecks);
	}

	/** What happened to a relation (4.3). */
	@Schema(name = "AssociationRecordKind")
	enum Kind {

		/** 关联. */
		ASSOCIATE,
		/** 切换关联类型. */
		SWITCH,
		/** 解除关联. */
		DISASSOCIATE,
		/** 云经销商转移. */
		TRANSFER

	}

}
