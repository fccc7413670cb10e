package io.partnerhub.billing.withdrawal;

import java.util.List;

import io.partnerhub.billing.bank.BankPort;
import io.partnerhub.billing.bank.BankPort.Part;
import io.partnerhub.billing.bank.BankPort.Payment;
import io.partnerhub.billing.bank.BankSilentException;
import io.partnerhub.platform.problem.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the bank pay approved withdrawals (I-21). That an instruction is handed over is
 * committed before the bank hears of it; whatever then goes wrong, the bank is asked
 * under the same id, and only when it never received the instruction is it sent again,
 * under that id.
 */
@Component
class Payouts {

	private static final Logger log = LoggerFactory.getLogger(Payouts.class);

	private final PayoutSteps steps;

	private final WithdrawalStore withdrawals;

	private final BankPort bank;

	Payouts(PayoutSteps steps, WithdrawalStore withdrawals, BankPort bank) {
		this.steps = steps;
		this.withdrawals = withdrawals;
		this.bank = bank;
	}

	/** Each step commits before the next; none is open while the bank is spoken to. */
	void run() {
		for (Payout payout : this.steps.claim()) {
			try {
				goOn(payout);
			}
			catch (BankSilentException ex) {
				log.warn("outcome of instruction {} unknown: {}", payout.instructionId(), ex.getMessage());
				this.steps.silent(payout.instructionId());
			}
			catch (RuntimeException ex) {
				log.error("instruction {} waits", payout.instructionId(), ex);
			}
		}
	}

	private void goOn(Payout payout) {
		if (payout.state() == Payout.State.WAITING) {
			this.steps.send(payout).ifPresent((withdrawal) -> this.bank.pay(payment(payout, withdrawal), this::heard));
		}
		else {
			this.steps.heard(this.bank.ask(payout.instructionId()));
		}
	}

	private void heard(BankPort.Answer answer) {
		try {
			this.steps.heard(answer);
		}
		catch (Problem ex) {
			log.error("answer {} to instruction {} refused: {}", answer.outcome(), answer.instructionId(),
					ex.getMessage());
		}
	}

	private Payment payment(Payout payout, Withdrawal withdrawal) {
		List<Part> parts = (withdrawal.type() == WithdrawalType.ORIGINAL)
				? this.withdrawals.sources(withdrawal.id()).stream().map((source) -> back(source, payout)).toList()
				: List.of(new Part(withdrawal.amount(), payout.signingEntity(), withdrawal.bank(), null));
		return new Payment(payout.instructionId(), withdrawal.amount(), parts);
	}

	private static Part back(SourceRow source, Payout payout) {
		return new Part(source.amount(), payingEntity(source, payout), source.payer(), source.bankSerialNumber());
	}

	/** What came in on-line leaves from where it came to (WDR-13). */
	private static String payingEntity(SourceRow source, Payout payout) {
		return source.channel().isOnline() ? source.signingEntity() : payout.signingEntity();
	}

}
