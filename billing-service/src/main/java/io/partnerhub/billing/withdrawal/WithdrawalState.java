package io.partnerhub.billing.withdrawal;

import java.util.EnumSet;
import java.util.Set;

/**
 * How far a withdrawal is (9.4, I-22): 待审核, 已审核, 银行处理中, 提现成功, 提现失败, 已驳回, 已取消, 已删除. Money
 * is held while it is open.
 */
public enum WithdrawalState {

	SUBMITTED, APPROVED, PROCESSING, SUCCEEDED, FAILED, REJECTED, CANCELLED, DELETED;

	public boolean isOpen() {
		return this == SUBMITTED || this == APPROVED || this == PROCESSING;
	}

	boolean mayBecome(WithdrawalState next) {
		return next(this).contains(next);
	}

	private static Set<WithdrawalState> next(WithdrawalState state) {
		return switch (state) {
			case SUBMITTED -> EnumSet.of(APPROVED, REJECTED, CANCELLED, FAILED);
			case APPROVED -> EnumSet.of(PROCESSING);
			case PROCESSING -> EnumSet.of(SUCCEEDED, FAILED);
			case REJECTED -> EnumSet.of(DELETED);
			case SUCCEEDED, FAILED, CANCELLED, DELETED -> EnumSet.noneOf(WithdrawalState.class);
		};
	}

}
