package io.partnerhub.coupon.voucher;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.partnerhub.coupon.voucher.VoucherApi.IssuedView;
import io.partnerhub.platform.batch.BatchProperties;
import io.partnerhub.platform.batch.GroupCommit;
import io.partnerhub.platform.batch.Outcome;
import io.partnerhub.platform.idempotency.CommandKey;
import io.partnerhub.platform.idempotency.Keyed;
import io.partnerhub.platform.idempotency.OncePerKey;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the issues of front ends share transactions, so that a quota much in demand is
 * locked once for all commands that wait for it (VOU-04).
 */
@Service
class IssueQueue implements SmartLifecycle {

	private final Vouchers vouchers;

	private final SubsidyVouchers subsidyVouchers;

	private final OncePerKey answers;

	private final Clock clock;

	private final GroupCommit<Keyed<IssueCommand>, ResponseEntity<byte[]>> queue;

	IssueQueue(Vouchers vouchers, SubsidyVouchers subsidyVouchers, OncePerKey answers, BatchProperties properties,
			PlatformTransactionManager transactions, Clock clock) {
		this.vouchers = vouchers;
		this.subsidyVouchers = subsidyVouchers;
		this.answers = answers;
		this.clock = clock;
		this.queue = new GroupCommit<>("issue", properties, new TransactionTemplate(transactions), this::issue);
	}

	/**
	 * All or nothing (VOU-04): one refused customer refuses the command. Where a code was
	 * typed in the command goes alone, so that a refusal leaves its proof good (VOU-10),
	 * and so does that of a government-subsidy partner, whose white-list decides.
	 */
	ResponseEntity<byte[]> issue(CommandKey key, IssueCommand command) {
		Keyed<IssueCommand> keyed = new Keyed<>(key, command);
		boolean alone = command.caller().codeRequired() || command.ofSubsidyPartner();
		return this.answers.unlessRunning(key,
				() -> alone ? this.queue.runAlone(keyed) : this.queue.run(command.order().quotaId(), keyed));
	}

	@Override
	public void start() {
		this.queue.start();
	}

	@Override
	public void stop() {
		this.queue.stop();
	}

	@Override
	public boolean isRunning() {
		return this.queue.isRunning();
	}

	@Override
	public int getPhase() {
		return this.queue.getPhase();
	}

	private List<Outcome<ResponseEntity<byte[]>>> issue(List<Keyed<IssueCommand>> commands) {
		Instant now = this.clock.instant();
		return this.answers.run(commands, HttpStatus.CREATED, (fresh) -> decide(fresh).stream()
			.map((outcome) -> outcome.map((issued) -> IssuedView.of(issued.command().caller(), issued.vouchers(), now)))
			.toList());
	}

	private List<Outcome<Issued>> decide(List<IssueCommand> commands) {
		return commands.getFirst().ofSubsidyPartner()
				? List.of(Outcome.of(this.subsidyVouchers.issue(commands.getFirst()))) : this.vouchers.issue(commands);
	}

}
