package io.partnerhub.customer.relation;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import org.jspecify.annotations.Nullable;

/** How the mails name a change and what became of it, in both languages. */
record MailWords(Language language) {

	String change(RequestKind kind, AssociationType from, @Nullable String target) {
		return switch (kind) {
			case DISASSOCIATION -> say("解除关联", "end of the association");
			case MODEL_SWITCH -> (from == AssociationType.RESALE)
					? say("切换关联类型：代售 → 顾问销售", "change of the model from resale to advisory")
					: say("切换关联类型：顾问销售 → 代售", "change of the model from advisory to resale");
			case TRANSFER -> say("云经销商转移，转入伙伴：", "transfer to the partner ") + target;
		};
	}

	String agreed() {
		return say("已同意", "agreed");
	}

	String of(Decision decision) {
		return switch (decision) {
			case REFUSED -> say("已拒绝", "refused");
			case WITHDRAWN -> say("已撤回", "withdrawn");
			case LAPSED -> say("逾期未处理，已取消", "cancelled, as nobody answered in time");
		};
	}

	private String say(String zh, String en) {
		return this.language.choose(zh, en);
	}

}
