package io.partnerhub.customer.association;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.contracts.CustomerEvent.Side;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One line of the association records (关联关系操作记录): a link that began, or a request to
 * change or end one. A link begins on the partner's initiative and with the customer's
 * consent. Who did it by name is for the partner to see.
 *
 * @param unknownChecks checks nobody could answer when the link began (CUS-02)
 */
@Schema(name = "AssociationRecord")
record AssociationRecord(UUID id, Kind kind, Side initiator, UUID customerId, String accountName, UUID partnerId,
		String partnerName, int epoch, @Nullable AssociationType fromType, @Nullable AssociationType toType,
		@Nullable String reason,
		@Schema(description = "DONE, or the state of the request", example = "DONE") String state, Instant createdAt,
		@Nullable String createdBy, @Nullable Instant decidedAt, @Nullable String decidedBy,
		List<String> unknownChecks) {

	AssociationRecord withoutNames() {
		return new AssociationRecord(this.id, this.kind, this.initiator, this.customerId, this.accountName,
				this.partnerId, this.partnerName, this.epoch, this.fromType, this.toType, this.reason, this.state,
				this.createdAt, null, this.decidedAt, null, this.unknownChecks);
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
