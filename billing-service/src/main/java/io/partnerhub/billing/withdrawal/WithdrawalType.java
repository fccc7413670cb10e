package io.partnerhub.billing.withdrawal;

/**
 * Where withdrawn money goes: back the way it came (原路提现), to a bank card (银行卡提现), or,
 * for a rebate (激励返点提现), to the account of the partner's own name.
 */
public enum WithdrawalType {

	ORIGINAL, BANK_CARD, REBATE

}
