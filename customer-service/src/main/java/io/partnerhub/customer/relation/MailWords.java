package io.partnerhub.customer.relation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.partnerhub.contracts.AssociationType;
import io.partnerhub.customer.mail.Language;
import org.jspecify.annotations.Nullable;

/**
 * How the mails name a change, what became of it and what it settled, in both languages.
 */
record MailWords(Language language) {

	static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

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

	/** One line for each thing that went. */
	List<String> settled(Settled settled) {
		return Stream
			.of(line(settled.vouchersReclaimed(), say("收回代金券数量：", "Vouchers reclaimed: ")),
					line(settled.voucherAmount(), say("收回代金券金额：", "Amount of vouchers reclaimed: ")),
					line(settled.balanceReturned(), say("退回伙伴的余额：", "Balance returned to the partner: ")),
					line(settled.opportunitiesClosed(), say("关闭商机数量：", "Opportunities closed: ")))
			.flatMap(Optional::stream)
			.toList();
	}

	/** One line for each thing that stays. */
	List<String> kept(Settled settled) {
		return settled.stays().stream().map(this::kept).toList();
	}

	private String kept(Settled.Stay stay) {
		return switch (stay.code()) {
			case Settled.OWN_CASH -> say("客户自有现金余额：", "The customer's own cash: ") + stay.facts().get("amount");
			case Settled.PAST_CONSUMPTION -> say("当时的伙伴仍可查看关联期间的消费 (UTC)：",
					"Consumption of the association, visible to the partner of that time (UTC): ") + time(stay, "from")
					+ " – " + time(stay, "to");
			default -> say("此后退订的订单，款项退回原支付方", "Money of orders refunded later: it goes back to whoever has paid");
		};
	}

	private static String time(Settled.Stay stay, String fact) {
		return TIME.format((Instant) Objects.requireNonNull(stay.facts().get(fact)));
	}

	private static Optional<String> line(@Nullable Object value, String name) {
		return Optional.ofNullable(value).map((present) -> name + present);
	}

	private String say(String zh, String en) {
		return this.language.choose(zh, en);
	}

}
